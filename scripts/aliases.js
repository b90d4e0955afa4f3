// npm run aliases FILE.csv: how well employers' names are resolved, against pairs `written,employer` that people mapped by hand.
// It prints, for a plain normalisation, an aggressive one and the pipeline, the part of the pairs found (recall), and of all pairs of strings
// put together the part that the file does not keep apart (precision); for the whole file and for two halves by a hash of the employer.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const file = process.argv[2];
if (file === undefined) {
  console.error('usage: npm run aliases FILE.csv (columns written, employer)');
  process.exit(2);
}
const dist = join(import.meta.dirname, '..', 'dist');
const { resolveNames } = await import(join(dist, 'organisations', 'index.js'));
const { shipped } = await import(join(dist, 'cli', 'shipped.js'));
const { registry } = shipped();
const pairs = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true });

const forms =
  /\b(?:inc|incorporated|llc|ltd|limited|gmbh|ag|sa|corp|corporation|co|company|bv|ab|oy|plc|pte|pvt|srl|kg|sas|sarl|asa|as|nv|spa|lp|llp|pty|the)\b/g;
const business =
  /\b(?:technologies|technology|software|solutions|systems|group|labs|services|international|consulting|holdings)\b/g;
const words = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
const close = (text, fallback) => text.replaceAll(' ', '') || fallback;
const plain = (text) => close(words(text).replace(forms, ''), text);
const aggressive = (text) => close(words(text).replace(forms, '').replace(business, ''), text);

const ways = {
  'plain normalisation': (texts) => texts.map(plain),
  'aggressive normalisation': (texts) => texts.map(aggressive),
  'the pipeline': (texts) =>
    resolveNames(
      texts.map((written) => ({ written, weight: 1 })),
      registry,
    ).map(({ organisation, state }, i) => organisation ?? state ?? `? ${texts[i]}`),
};

/** What the file says is one employer, by chains of its pairs. */
function truthOf(rows) {
  const above = new Map();
  const find = (text) => {
    let at = text;
    while ((above.get(at) ?? at) !== at) at = above.get(at);
    return at;
  };
  for (const { written, employer } of rows) {
    const [a, b] = [find(written), find(employer)];
    if (a !== b) above.set(a, b);
  }
  return find;
}

function judge(rows, idsOf) {
  const texts = [...new Set(rows.flatMap(({ written, employer }) => [written, employer]))];
  const ids = idsOf(texts);
  const idOf = new Map(texts.map((text, i) => [text, ids[i]]));
  const truth = truthOf(rows);
  const found = rows.filter(({ written, employer }) => idOf.get(written) === idOf.get(employer)).length;
  const together = Map.groupBy ? Map.groupBy(texts, (text) => idOf.get(text)) : grouped(texts, idOf);
  let all = 0;
  let right = 0;
  for (const group of together.values()) {
    group.forEach((one, i) => {
      for (const other of group.slice(0, i)) {
        all += 1;
        if (truth(one) === truth(other)) right += 1;
      }
    });
  }
  return `recall ${(found / rows.length).toFixed(3)}  precision ${(right / Math.max(all, 1)).toFixed(3)}  (${found} of ${rows.length} pairs; ${right} of ${all} put together)`;
}

function grouped(texts, idOf) {
  const groups = new Map();
  for (const text of texts) groups.set(idOf.get(text), [...(groups.get(idOf.get(text)) ?? []), text]);
  return groups;
}

const half = ({ employer }) => createHash('sha256').update(employer).digest()[0] % 2;
const parts = {
  whole: pairs,
  'first half': pairs.filter((row) => half(row) === 0),
  'second half': pairs.filter((row) => half(row) === 1),
};
for (const [part, rows] of Object.entries(parts)) {
  console.log(part);
  for (const [way, idsOf] of Object.entries(ways)) console.log(`  ${way.padEnd(26)}${judge(rows, idsOf)}`);
}
