import type { State } from '../records/index.js';
import { foldName } from './clean.js';

const selfEmployed = list(`
  independent, independet, independemt, independentr, independant, independend, indepedent, indie,
  freelance, freelancer, freelancers, freelancing, free lance, free-lance, part time & freelancing, self,
  self employed, selfemployed, self employment, sole trader, sole proprietor, sole proprietorship, me,
  myself, own business, own company, my own, myown, my own company, my own business, entrepreneur,
  indépendant, indépendante, travailleur indépendant, consultant indépendant, auto-entrepreneur,
  autoentrepreneur, micro-entrepreneur, à son compte, à mon compte, profession libérale, independiente,
  trabajador independiente, autónomo, autónoma, trabajador autónomo, por cuenta propia, profissional
  autônomo, trabalhador independente, por conta própria, libero professionista, libera professionista,
  lavoratore autonomo, partita iva, liber profesionist, persoană fizică autorizată,
  selbständig, selbstständig, selbstaendig, selbststaendig, freiberufler, freiberuflerin, freiberuflich,
  freier mitarbeiter, einzelunternehmer, zelfstandig, zelfstandige, zzp, zzp'er, eenmanszaak,
  egenföretagare, egen företagare, frilans, frilansare, selvstændig, selvstendig, selvstendig
  næringsdrivende, yrittäjä, itsenäinen ammatinharjoittaja,
  samozatrudnienie, samozatrudniony, własna działalność, działalność gospodarcza, osvč, živnostník, na
  volné noze, egyéni vállalkozó, szabadúszó, serbest, serbest çalışan, serbest meslek, фриланс, фрилансер,
  самозанятый, самозанятая, индивидуальный предприниматель, частный предприниматель, ип, фрілансер,
  самозайнятий, фоп, фізична особа-підприємець, ελεύθερος επαγγελματίας,
  自由职业, 自由职业者, 自由職業, 自由工作者, 个体, 个体户, 个体经营, 个体经营/自由职业, 接案, フリーランス, フリーランサー, 個人事業主, 自営業, 프리랜서, 자영업, 개인사업자,
  nghề tự do, wiraswasta, pekerja lepas, ฟรีแลนซ์, عمل حر, فريلانسر, עצמאי, פרילנסר, स्वरोजगार, फ्रीलांसर`);

/** `freelance developer`: work for oneself and a trade, with no name. */
const trades = ['independent', 'freelance', 'self employed'].flatMap((how) =>
  list(`consultant, consultants, consulting, contractor, developer, software developer, web developer, engineer,
    software engineer, programmer, designer, researcher, work, worker, professional`).map(
    (trade) => `${how} ${trade}`,
  ),
);

const unknown = list(`
  unknown, notfound, not found, not known, not specified, not available, not applicable, unspecified,
  undefined, n/a, none, no, nil, null, nothing, nobody, no company, no employer, no affiliation,
  unaffiliated, inconnu, unbekannt, desconocido, desconhecido, sconosciuto, onbekend, okänd, ukjent,
  nieznany, brak, неизвестно, нет, невідомо, 未知, 不明, 无, 無, 暂无, 暫無, なし, 없음, 모름,
  confidential, undisclosed, private, personal, personal project, various, stealth, stealth mode, stealth
  startup, stealth mode startup, stealth mode startup company, stealth company, startup, home,
  unemployed, sabbatical, sabbaticals, sabbatical break, on sabbatical, congé sabbatique, career break,
  retired, temporarily retired, student, internship, trainee, currently seeking opportunities, looking for
  opportunities, between jobs, au chômage, sans emploi, étudiant, étudiante, retraité, arbeitslos,
  arbeitssuchend, rentner, desempleado, desempregado, disoccupato, bezrobotny, безработный, безработная,
  студент, студентка, пенсионер, 学生, 待业, 无业, 無職, 학생, 무직,
  robots, bot, bots`);

const stateOfPhrase: ReadonlyMap<string, State> = new Map([
  ...[...selfEmployed, ...trades].map((phrase): [string, State] => [foldName(phrase), 'self-employed']),
  ...unknown.map((phrase): [string, State] => [foldName(phrase), 'unknown']),
]);

/**
 * Is this no employer but a state of the person, and which?
 *
 * Only the whole phrase counts, after folding and without a date or a kind of contract behind it: `Independent 2020-01-20` is a state,
 * `Independent Newspapers`, `Freelancer.com` and `Unknown Worlds` are companies. Text without a letter or digit is *unknown*. So are
 * *student*, *retired*, *sabbatical*, *home* and *personal* (no organisation is named, so no two such people are colleagues) and
 * *confidential*, *stealth* and *startup* (an organisation, but not which). A bare trade (`Consultant`) is left alone.
 *
 * @returns null for an employer
 */
export function stateOf(written: string): State | null {
  const phrase = foldName(written);
  return stateOfPhrase.get(phrase) ?? (/[\p{L}\p{N}]/u.test(phrase) ? null : 'unknown');
}

function list(phrases: string): readonly string[] {
  return phrases.split(',').map((phrase) => phrase.replace(/\s+/g, ' ').trim());
}
