// node bench/names.js [COUNT…]: how long invented names of employers take to resolve together, and the most memory. It prints and asserts nothing.
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', 'dist');
const { resolveNames } = await import(join(dist, 'organisations', 'index.js'));
const { shipped } = await import(join(dist, 'cli', 'shipped.js'));

/** The same numbers in every run. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = 'ka lo mi ren ta vor qui sel dan bru ne xo pha gri stu wel jo min tra cel'.split(' ');
const endings =
  'Inc|Inc.|LLC|Ltd|GmbH|S.A.|Technologies|Software|Solutions|Systems|Labs|Group|Bank|Consulting|India|Belgium|Deutschland'.split(
    '|',
  );
const heads = 'University of|Institute for|Centre for Advanced|Banco de|Ministère de'.split('|');
const scripts = ['Банк', '株式会社', '科技有限公司', 'شركة', 'תוכנה', 'Αθήνα', 'सॉफ्टवेयर', '소프트'];

/** As many different names, of the shapes that real files have. */
export function namesOf(count) {
  const pick = random(7);
  const any = (list) => list[pick(list.length)];
  const coined = () => {
    const word = Array.from({ length: 2 + pick(3) }, () => any(pieces)).join('');
    return word[0].toUpperCase() + word.slice(1);
  };
  const shapes = [
    () => coined(),
    () => `${coined()} ${any(endings)}`,
    () => `${coined()} ${coined()} ${any(endings)}`,
    () => `${coined()}${coined()}`,
    () => `${any(heads)} ${coined()}`,
    () => `${coined()} (${coined()})`,
    () => `${coined()} - ${coined()} ${any(endings)}`,
    () => `${coined().toLowerCase()}.com`,
    () => `${coined()} ${any(scripts)}`,
    () => coined().slice(0, 4).toUpperCase(),
    () => `${coined()} ${any(endings)} · Internship`,
    () => `${coined()} ${pick(1000)} ${any(endings)}`,
  ];
  const names = new Set();
  while (names.size < count) names.add(any(shapes)());
  return [...names].map((written) => ({ written, weight: 1 + pick(4) }));
}

for (const count of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000]) {
  const names = namesOf(count);
  const started = performance.now();
  const found = resolveNames(names, shipped().registry);
  const seconds = (performance.now() - started) / 1000;
  const organisations = new Set(found.map(({ organisation }) => organisation)).size;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${count} names: ${seconds.toFixed(1)} s, ${organisations} organisations, at most ${peak} MB in all`,
  );
}
