import anyAscii from 'any-ascii';
import { withoutLegalForms } from './legal.js';

/** One step of cleaning, with a name to speak of it; a step that would leave nothing is skipped. */
export interface CleaningStep {
  readonly name: string;
  readonly apply: (text: string) => string;
}

/** Steps that make two spellings of the same words equal, in order. Similarity is no business of theirs. */
const folding: readonly CleaningStep[] = [
  { name: 'characters', apply: characters },
  { name: 'case', apply: (text) => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ') },
  { name: 'entities', apply: entities },
  { name: 'noise', apply: (text) => noise.reduce((kept, pattern) => kept.replace(pattern, ''), text) },
  { name: 'accents', apply: accents },
  { name: 'punctuation', apply: punctuation },
];

/** Steps that take away words that are no part of a name. */
const shortening: readonly CleaningStep[] = [
  { name: 'legal forms', apply: withoutLegalForms },
  { name: 'article', apply: (text) => text.replace(/^the (?=[^ ]+ )/u, '') },
];

/** All steps of `cleanName`, in order. */
export const cleaning: readonly CleaningStep[] = [...folding, ...shortening];

const contracts = `
  permanent, full[- ]time, part[- ]time, contract, contractor, freelance, self-employed, internship,
  intern, apprenticeship, trainee, traineeship, seasonal, temporary, remote, hybrid, on-site, co-op, cdi,
  cdd, stage, alternance, temps plein, temps partiel, indépendant, apprentissage, intérim, vollzeit,
  teilzeit, praktikum, werkstudent, befristet, freiberuflich, selbstständig, ausbildung, jornada completa,
  media jornada, prácticas, tempo integral, meio período, estágio, tirocinio, tempo pieno, 正社員, 契約社員,
  インターン, 全职, 兼职, 实习, 정규직, 인턴, полный рабочий день, стажировка`
  .split(',')
  .map((contract) => contract.replace(/\s+/g, ' ').trim());

/** What import and profile pages leave behind a name: the kind of contract, a date, a remark on its history. */
const noise: readonly RegExp[] = [
  new RegExp(`\\s?[·•](?: ?(?:${contracts.join('|')}))*$`, 'u'),
  /\s\d{4}-\d{2}-\d{2}$/u,
  /\s?\((?:f\/k\/a|fka|formerly|previously|now owned by|acquired by|part of|becoming)\b.*$/u,
];

const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const ascii = /^[\x20-\x7e]*$/;
/** Text of which folding changes the case only. */
const simple = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const address = /^[a-z0-9-]+\.(?:co|inc|llc|ltd|limited|gmbh|se|as|ag|sa|sl|srl|lp)$/;

/**
 * Under which key are two spellings one organisation?
 *
 * Precision before recall: equal but for case, accents, punctuation, HTML remains, a kind of contract or a date behind the name, and
 * legal forms, and an English article before two words or more. Accents of Latin letters are dropped, since those who type a name drop them (`Dassault Systemes`); marks of other scripts
 * make other letters and stay. Word boundaries stay too: `RedHat` and `Red Hat` are two keys, until the registry says otherwise.
 * The key of a key is itself; only blank text has an empty one.
 */
export function cleanName(written: string): string {
  return simple.test(written) ? settle(written.toLowerCase(), shortening) : settle(written, cleaning);
}

/** The same words in the same spelling: `cleanName` with the legal forms left on. */
export function foldName(written: string): string {
  return simple.test(written) ? written.toLowerCase() : settle(written, folding);
}

function settle(written: string, steps: readonly CleaningStep[]): string {
  let text = written;
  for (;;) {
    const next = steps.reduce(take, text);
    if (next === text) return next;
    text = next;
  }
}

function take(text: string, step: CleaningStep): string {
  const next = step.apply(text).trim();
  return next === '' ? text.trim() : next;
}

function characters(text: string): string {
  const composed = ascii.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\p{Cf}\p{Cs}]/gu, '')
        .replace(/[\p{Cc}\p{Z}]/gu, ' ');
  return composed.replace(/ {2,}/g, ' ');
}

const entityOf: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', szlig: 'ss', aelig: 'ae', oelig: 'oe' },
  ...{ lsquo: '’', rsquo: '’', ldquo: '"', rdquo: '"', laquo: '"', raquo: '"', middot: '·', bull: '·' },
  ...{ ndash: '-', mdash: '-', hellip: ' ', reg: ' ', trade: ' ', copy: ' ', shy: '', zwnj: '', zwj: '' },
};

function entities(text: string): string {
  let decoded = text;
  for (let next = decode(decoded); next !== decoded; next = decode(decoded)) decoded = next;
  return decoded;
}

function decode(text: string): string {
  if (!text.includes('&') && !text.includes('<')) return text;
  return text
    .replace(/<\/?[a-z][^<>]*>/gu, ' ')
    .replace(/&#(\d{1,7});/gu, (_, code: string) => letter(Number(code)))
    .replace(/&#x([0-9a-f]{1,6});/gu, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replace(/&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash);/gu, '$1')
    .replace(/&([a-z]{2,6});/gu, (whole, name: string) => entityOf[name] ?? whole);
}

function letter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function accents(text: string): string {
  if (ascii.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .replace(/[^\P{Script=Latin}\0-\x7f]/gu, (one) => anyAscii(one))
    .normalize('NFC');
}

/** `s.p.a.` is `spa`, `a/s` is `as`, `lowe's` is `lowes`, `at&t` is `at and t`; `+` and `#` stay where they end a word, `99.co` is an address. */
function punctuation(text: string): string {
  if (plain.test(text) || address.test(text)) return text;
  return text
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:\. ?\p{L})+(?![\p{L}\p{N}\p{M}])/gu, (dotted) =>
      dotted.replace(/[. ]/g, ''),
    )
    .replace(/(?<=[ .,])([aikps])\/([as])(?![\p{L}\p{N}\p{M}])/gu, '$1$2')
    .replace(/(?<=\p{L})['’‘ʼ`´](?=\p{L})/gu, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}\p{M}+#])[+#]+/gu, '')
    .replace(/ {2,}/g, ' ');
}
