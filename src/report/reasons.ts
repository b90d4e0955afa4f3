import { dateIn, type Unit, verdicts } from '../claims/index.js';
import { ranking } from '../measures/index.js';
import type { ShownClaim, ShownEstimate } from './disclose.js';
import { formatCell, formatInterval, type Lang } from './format.js';
import { words } from './words.js';

/**
 * Why the verdict is what it is, released.
 *
 * The reason of the check where everything it tells of is shown; else which definitions say what, and the figure of the one that is shown.
 */
export function reasonOf(shown: ShownClaim, lang: Lang): string {
  if (shown.whole || shown.estimates.length === 0) return shown.reason[lang];
  const w = words[lang];
  const {
    underAll,
    underSome,
    underNamed,
    withInterval,
    countsWithheld,
    simulatedPrefix,
    verdicts: names,
  } = w.claims;
  const all = shown.estimates.length;
  const parts = verdicts.flatMap((name) => {
    const own = shown.estimates.filter(({ outcome }) => outcome === name);
    if (own.length === 0) return [];
    if (own.length === all) return [underAll(names[name], all)];
    const under = namesOf(own, shown.estimates, lang).join(w.semicolon);
    const mixed = shown.verdict === 'depends on the definition' && name !== 'too little data';
    return [mixed ? underNamed(names[name], under) : underSome(names[name], own.length, all)];
  });
  const unit = shown.claim.figures[0]?.unit;
  const { check } = shown.claim;
  const ranked = 'measure' in check && check.measure === ranking.name;
  const one = shown.estimates.find(({ hidden }) => hidden === null);
  const figure =
    one === undefined
      ? ''
      : ` ${withInterval(`${sentence(one.definition[lang], lang)}${w.colon}`.trimEnd(), ...figuresIn(one, ranked ? 'rank' : unit, lang))}.`;
  const sentences = parts.map((part, nth) => `${nth === 0 ? part : sentence(part, lang)}.`).join(' ');
  const said = `${sentences}${figure} ${countsWithheld}`;
  return shown.on === 'simulated' ? `${simulatedPrefix}${said}` : sentence(said, lang);
}

/** Names of some of the definitions; without its last part where all that share the rest are among them. */
function namesOf(
  some: readonly ShownEstimate[],
  all: readonly ShownEstimate[],
  lang: Lang,
): readonly string[] {
  const stem = ({ definition }: ShownEstimate): string => definition[lang].replace(/, [^,]*$/, '');
  const names = some.map((one) => {
    const alike = all.filter((other) => stem(other) === stem(one));
    return alike.every((other) => some.includes(other)) ? stem(one) : one.definition[lang];
  });
  return [...new Set(names)];
}

function figuresIn(
  { value, low, high }: ShownEstimate,
  unit: Unit | 'rank' | undefined,
  lang: Lang,
): [string, string] {
  const kind = unit === 'percent' ? 'share' : unit === 'rank' ? 'count' : 'figure';
  const scale = unit === 'percent' ? 100 : 1;
  const scaled = (limit: number | null): number | null => (limit === null ? null : limit / scale);
  const figure = formatCell(scaled(value), kind, lang);
  const said = unit === 'rank' ? `${words[lang].columns.rank} ${figure}` : figure;
  return [said, formatInterval(scaled(low), scaled(high), kind, lang)];
}

function sentence(text: string, lang: Lang): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}

/** Who passed a claim on, in turn. */
export function relaysOf({ claim }: ShownClaim, lang: Lang): string {
  const one = ({ by, on }: (typeof claim.relays)[number]): string =>
    on === undefined ? by[lang] : `${by[lang]} (${dateIn(on, lang)})`;
  return claim.relays.map(one).join(' → ');
}
