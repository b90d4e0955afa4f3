import type { Words } from '../measures/index.js';
import type { Figure } from './figure.js';
import type { Judged, Why } from './outcome.js';
import { widestShare } from './outcome.js';
import { figureIn, inBoth, type Lang } from './print.js';
import type { Reading } from './reading.js';
import type { Verdict } from './verdict.js';
import type { Horizon } from './windows.js';
import { decimalIn, monthIn, together } from './wording.js';

/** A definition measured, with what it says of the claim. */
export type JudgedReading = Reading & Judged;

/** What every reason on simulated people begins with. */
export const simulatedWords: Words = {
  en: 'in the simulated world, built from the published figures:',
  fr: 'dans le monde simulé, construit à partir des chiffres publiés :',
};

/** What is added on simulated people where none of them bears on a verdict. */
export const nobodySimulated: Words = {
  en: 'only registry and arithmetic bear on this, and no simulated person is in it',
  fr: 'seuls le registre et l’arithmétique comptent ici, et aucune personne simulée n’y est',
};

/** A reason as readers get it: on simulated people it begins by saying so, else with a capital. */
export function reasonOf(sentences: Words, simulated: boolean): Words {
  return inBoth((lang) => {
    const said = sentences[lang];
    if (simulated) return `${simulatedWords[lang]} ${said}`;
    return said.charAt(0).toLocaleUpperCase(lang) + said.slice(1);
  });
}

/**
 * Why the definitions measured give their verdict: the leading one in full, then how many of the others agree; where the verdict depends on
 * the definition, which agree and which do not.
 */
export function measuredReason(
  judged: readonly JudgedReading[],
  verdict: Verdict,
  figure: Figure | undefined,
  horizon: Horizon,
  minimum: number,
): Words {
  const full = (one: JudgedReading): Words => together([one.says, whyWords(one, figure, minimum)], '');
  const agree = judged.filter(({ outcome }) => outcome === 'reproduced' || outcome === 'compatible');
  const against = judged.filter(({ outcome }) => outcome === 'contradicted');
  const little = judged.filter(({ outcome }) => outcome === 'too little data');
  const sentences: Words[] = [];
  const [first, other] = [agree[0], against[0]];
  if (verdict === 'depends on the definition' && first !== undefined && other !== undefined) {
    const bestAgree = agree.find(({ outcome }) => outcome === 'reproduced') ?? first;
    sentences.push(
      together([said('agree', judged, agree), full(bestAgree)], ' '),
      together([said('against', judged, against), full(other)], ' '),
    );
    if (little.length > 0) sentences.push(restWords(little.length));
  } else {
    const lead = leadOf(judged, verdict);
    if (lead !== undefined) sentences.push(full(lead));
    if (judged.length > 1) sentences.push(othersWords(verdict, agree.length, against.length, little.length));
  }
  if (horizon.observed < horizon.claimed) sentences.push(endWords(horizon));
  return stops(sentences);
}

/** The definition that a verdict is told by: the first with its outcome. */
function leadOf(judged: readonly JudgedReading[], verdict: Verdict): JudgedReading | undefined {
  return judged.find(({ outcome }) => outcome === verdict);
}

function whyWords({ why, kind, cases }: JudgedReading, figure: Figure | undefined, minimum: number): Words {
  const claimed = (lang: Lang) => (figure === undefined ? '' : figureIn(figure, lang));
  const words: Readonly<Record<Why, Words>> = {
    rounds: inBoth((t) =>
      t === 'en'
        ? `; that rounds to the ${claimed(t)} claimed`
        : ` ; ce qui s’arrondit à ${claimed(t)}, le chiffre affirmé`,
    ),
    near: inBoth((t) =>
      t === 'en'
        ? `; that is within 10 % of the ${claimed(t)} claimed`
        : ` ; à moins de 10 % du chiffre affirmé, ${claimed(t)}`,
    ),
    inside: inBoth((t) =>
      t === 'en'
        ? `; the ${claimed(t)} claimed lies in it`
        : ` ; le chiffre affirmé, ${claimed(t)}, est dedans`,
    ),
    outside: inBoth((t) =>
      t === 'en'
        ? `; the ${claimed(t)} claimed lies outside`
        : ` ; le chiffre affirmé, ${claimed(t)}, est en dehors`,
    ),
    'claimed side':
      kind === 'count'
        ? { en: '; that is enough for the claim', fr: ' ; cela suffit à l’affirmation' }
        : kind === 'rank'
          ? { en: ': first, beyond chance', fr: ' : au premier rang, au-delà du hasard' }
          : { en: ', all of it on the side claimed', fr: ', tout entier du côté affirmé' },
    'other side':
      kind === 'rank'
        ? { en: ': not first, beyond chance', fr: ' : pas au premier rang, au-delà du hasard' }
        : { en: ', all of it on the other side', fr: ', tout entier de l’autre côté' },
    few: inBoth((t) => {
      const least = numberFew(cases, minimum, t);
      if (kind !== 'ratio')
        return t === 'en'
          ? `; under ${least} people are too few`
          : ` ; moins de ${least} personnes, c’est trop peu`;
      return t === 'en'
        ? `; under ${least} are too few for a figure`
        : ` ; moins de ${least}, c’est trop peu pour un chiffre`;
    }),
    parity: {
      en: ', which holds one to one, so it may be chance',
      fr: ', qui contient un pour un : ce peut être le hasard',
    },
    wide: {
      en: `, wider than ${widestShare} points`,
      fr: `, plus large que ${widestShare} points`,
    },
    'no interval': { en: '', fr: '' },
    'both sides':
      kind === 'rank'
        ? {
            en: ': first or not, that may be chance',
            fr: ' : au premier rang ou non, ce peut être le hasard',
          }
        : {
            en: ', which lies on both sides, so it may be chance',
            fr: ', qui est des deux côtés : ce peut être le hasard',
          },
    incomplete: {
      en: '; the data do not hold everybody, so there may be more',
      fr: ' ; les données ne contiennent pas tout le monde, il peut y en avoir plus',
    },
  };
  return words[why];
}

function othersWords(verdict: Verdict, agree: number, against: number, little: number): Words {
  if (verdict === 'too little data') {
    const others = little - 1;
    return others === 1
      ? {
          en: 'the other definition decides nothing either',
          fr: 'l’autre définition n’établit rien non plus',
        }
      : {
          en: `the ${others} other definitions decide nothing either`,
          fr: `les ${others} autres définitions n’établissent rien non plus`,
        };
  }
  const same = (verdict === 'contradicted' ? against : agree) - 1;
  const parts = [
    ...(same === 0 ? [] : [sameWords(same, verdict === 'contradicted')]),
    ...(little === 0 ? [] : [restWords(little)]),
  ];
  return inBoth((lang) => parts.map((part) => part[lang]).join(lang === 'en' ? '; ' : ' ; '));
}

function sameWords(count: number, contradict: boolean): Words {
  if (count === 1) {
    return contradict
      ? { en: 'another definition contradicts it too', fr: 'une autre définition la contredit aussi' }
      : { en: 'another definition agrees', fr: 'une autre définition concorde' };
  }
  return contradict
    ? {
        en: `${count} other definitions contradict it too`,
        fr: `${count} autres définitions la contredisent aussi`,
      }
    : { en: `${count} other definitions agree`, fr: `${count} autres définitions concordent` };
}

function restWords(count: number): Words {
  return {
    en: `${count === 1 ? '1 definition decides' : `${count} definitions decide`} nothing`,
    fr: `${count === 1 ? '1 définition n’établit' : `${count} définitions n’établissent`} rien`,
  };
}

function said(
  side: 'agree' | 'against',
  judged: readonly JudgedReading[],
  some: readonly JudgedReading[],
): Words {
  const names = namesOf(judged, some);
  return inBoth((lang) => {
    const list = names.map((name) => name[lang]).join(lang === 'en' ? '; ' : ' ; ');
    if (lang === 'en') return side === 'agree' ? `it agrees (${list}):` : `it is contradicted (${list}):`;
    return side === 'agree' ? `elle concorde (${list}) :` : `elle est contredite (${list}) :`;
  });
}

/** Names of some of the definitions: by their first part alone where all that share it, and say anything, are among them. */
function namesOf(judged: readonly JudgedReading[], some: readonly JudgedReading[]): readonly Words[] {
  const first = ({ definition }: JudgedReading): string => definition[0]?.en ?? '';
  const names = new Map<string, Words>();
  for (const one of some) {
    const same = judged.filter((other) => first(other) === first(one) && other.outcome !== 'too little data');
    const whole = same.every((other) => some.includes(other)) && one.definition[0] !== undefined;
    const name =
      whole && one.definition[0] !== undefined ? one.definition[0] : together(one.definition, ', ');
    names.set(name.en, name);
  }
  return [...names.values()];
}

function endWords({ claimed, observed }: Horizon): Words {
  const months = claimed - observed;
  return inBoth((lang) =>
    lang === 'en'
      ? `the data end in ${monthIn(observed, 'en')}, ${months} ${months === 1 ? 'month' : 'months'} before the claim`
      : `les données s’arrêtent en ${monthIn(observed, 'fr')}, ${months} mois avant l’affirmation`,
  );
}

/** Sentences, each with a capital but the first, and a stop. */
export function stops(sentences: readonly Words[]): Words {
  return inBoth((lang) =>
    sentences
      .map((sentence) => sentence[lang].trim())
      .filter((text) => text !== '')
      .map((text, i) => (i === 0 ? text : text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)))
      .map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`))
      .join(' ')
      .replace(lang === 'fr' ? / (?=[;:])/g : /(?!)/, '\u00a0'),
  );
}

/** The least count, and which side of a ratio it is asked of. */
function numberFew(cases: readonly number[], minimum: number, lang: Lang): string {
  const [there = 0, back] = cases;
  const least = decimalIn(minimum, lang);
  if (back === undefined || there < minimum) return least;
  return `${least} ${lang === 'en' ? 'on one side' : 'd’un côté'}`;
}
