/** Legal forms of one place, written as they stand once a name is folded: lower case, no dots, no accents. */
export interface LegalForms {
  /** Languages or countries that write them, as BCP 47 languages or ISO 3166 countries. */
  readonly where: readonly string[];
  /** Words after the name. */
  readonly after?: readonly string[];
  /** Words before the name. */
  readonly before?: readonly string[];
  /** Characters that touch the name on either side, in scripts without spaces. */
  readonly joined?: readonly string[];
}

/**
 * Legal forms that are no part of a name.
 *
 * Left out on purpose, because they end or begin names that are something else: `company` without `and`, `group`, `holding`,
 * `pc`, `na`, `cc`, `ad` and `cv` in Latin letters, and `ab`, `sia`, `as` and `too` before a name.
 */
export const legalForms: readonly LegalForms[] = [
  {
    where: ['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'ZA', 'IN', 'SG', 'HK', 'MY'],
    after: list(`
      inc, incorporated, corp, corporation, co, and co, and company, ltd, limited, llc, llp, lp, lllp,
      pllc, plc, pbc, ulc, dac, clg, cic, pty, pte, pvt, proprietary, p ltd, p limited, private ltd,
      private limited, public limited company, limited liability company, limited liability, limited
      liability partnership, public benefit corporation, sdn bhd, bhd, berhad, npc, ltee`),
  },
  {
    where: ['de', 'AT', 'CH', 'LI'],
    after: list(`
      gmbh, ggmbh, mbh, ges mbh, gesmbh, ag, kg, kgaa, ohg, ug, gbr, eg, ev, ek, se, partg, partg mbb, u
      co, und co, haftungsbeschrankt, aktiengesellschaft, kommanditgesellschaft, gesellschaft mit
      beschrankter haftung`),
  },
  {
    where: ['fr', 'BE', 'LU', 'CH'],
    after: list(`
      sa, sas, sasu, sarl, sa rl, eurl, snc, sca, scs, sprl, scrl, gie, et cie, and cie, sal, societe
      anonyme, societe par actions simplifiee, societe a responsabilite limitee`),
  },
  {
    where: ['es', 'MX', 'AR', 'CL', 'CO'],
    after: list(`
      sa, sl, slu, sau, sll, s l, s a, srl, spa, sas, sa de cv, sab de cv, sapi de cv, s de rl de cv, s de
      rl, sociedad anonima, sociedad limitada, y cia`),
  },
  { where: ['pt', 'BR'], after: list('lda, ltda, eireli, sgps, s a, e cia, limitada') },
  {
    where: ['it', 'CH', 'SM'],
    after: list('spa, srl, srls, sapa, snc, sagl, scarl, societa per azioni'),
  },
  {
    where: ['nl', 'BE'],
    after: list('bv, nv, vof, bvba, cvba, besloten vennootschap, naamloze vennootschap'),
  },
  { where: ['sv', 'FI'], after: list('ab, ab publ, publ, aktiebolag, hb, handelsbolag') },
  { where: ['fi'], after: list('oy, oyj, oy ab, ky, osakeyhtio'), before: list('oy') },
  {
    where: ['da', 'nb', 'FO', 'GL'],
    after: list('as, asa, aps, ivs, a s, k s, i s, p s, aktieselskab'),
  },
  { where: ['is'], after: list('hf, ehf, ohf') },
  {
    where: ['pl'],
    after: list('sp z oo, sp zoo, spzoo, sp z o o, sp k, sp j, spolka akcyjna, spolka z oo'),
  },
  { where: ['cs', 'sk'], after: list('sro, s ro, spol s ro, spol sro, as, vos, zs, spol') },
  { where: ['sl', 'hr', 'sr', 'bs', 'mk'], after: list('doo, jdoo, dd, dooel, доо, дооел') },
  { where: ['hu'], after: list('kft, zrt, nyrt, korlatolt felelossegu tarsasag') },
  { where: ['ro', 'MD'], after: list('srl, sa') },
  { where: ['bg'], after: list('ood, eood, ead, оод, еоод, ад, еад') },
  { where: ['et'], after: list('ou, as'), before: list('ou') },
  { where: ['lv'], after: list('sia') },
  { where: ['lt'], after: list('uab, ab'), before: list('uab') },
  { where: ['tr'], after: list('as, ltd sti, sti, anonim sirketi, limited sirketi') },
  {
    where: ['ru', 'BY', 'KZ'],
    after: list('ооо, оао, зао, пао, ао, тоо, одо, лтд, ooo, oao, zao, pao, jsc, ojsc, cjsc, pjsc'),
    before: list('ооо, оао, зао, пао, ао, тоо, одо, ooo, oao, zao, pao, jsc, ojsc, cjsc, pjsc, llc'),
  },
  { where: ['uk'], after: list('тов, пат, прат, ат'), before: list('тов, пат, прат, ат') },
  { where: ['el'], after: list('αε, επε, ικε, α ε') },
  { where: ['he'], after: list('בעמ, בע מ') },
  { where: ['ar'], after: list('شمم, ش م م, ذمم') },
  { where: ['id'], after: list('tbk'), before: list('pt') },
  {
    where: ['vi'],
    after: list('jsc, joint stock company'),
    before: list('cong ty tnhh, cong ty co phan, cong ty cp'),
  },
  { where: ['th'], joined: list('บริษัท, จำกัด, มหาชน') },
  {
    where: ['zh', 'TW', 'HK'],
    joined: list('股份有限公司, 有限责任公司, 有限責任公司, 有限公司'),
  },
  {
    where: ['ja'],
    after: list('kk, gk, kabushiki kaisha, kabushiki gaisha, godo kaisha, 株, 有'),
    before: list('株, 有'),
    joined: list('株式会社, 有限会社, 合同会社, 合資会社, 合名会社'),
  },
  {
    where: ['ko'],
    after: list('주, 유'),
    before: list('주, 유'),
    joined: list('주식회사, 유한회사, 유한책임회사'),
  },
];

const after = new Set(legalForms.flatMap((forms) => forms.after ?? []));
const before = new Set(legalForms.flatMap((forms) => forms.before ?? []));
const joined = legalForms.flatMap((forms) => forms.joined ?? []).map((form) => form.normalize('NFKC'));
const longest = Math.max(...[...after, ...before].map((form) => form.split(' ').length));
const ascii = /^[\0-\x7f]*$/;

/** A folded name without the legal forms around it, however many; a name that is nothing but a form stays. */
export function withoutLegalForms(name: string): string {
  let kept = name;
  for (let next = shorten(kept); next !== null; next = shorten(kept)) kept = next;
  return kept;
}

function shorten(name: string): string | null {
  return withoutLast(name) ?? withoutFirst(name) ?? (ascii.test(name) ? null : withoutJoined(name));
}

function withoutLast(name: string): string | null {
  let found: string | null = null;
  let space = name.lastIndexOf(' ');
  for (let words = 1; words <= longest && space > 0; words++) {
    if (after.has(name.slice(space + 1))) found = name.slice(0, space);
    space = name.lastIndexOf(' ', space - 1);
  }
  return found;
}

function withoutFirst(name: string): string | null {
  let found: string | null = null;
  let space = name.indexOf(' ');
  for (let words = 1; words <= longest && space > 0; words++) {
    if (before.has(name.slice(0, space))) found = name.slice(space + 1);
    space = name.indexOf(' ', space + 1);
  }
  return found;
}

function withoutJoined(name: string): string | null {
  for (const form of joined) {
    const rest = name.endsWith(form)
      ? name.slice(0, -form.length)
      : name.startsWith(form)
        ? name.slice(form.length)
        : '';
    if (rest.trim() !== '') return rest.trim();
  }
  return null;
}

function list(forms: string): readonly string[] {
  return forms.split(',').map((form) => form.replace(/\s+/g, ' ').trim());
}
