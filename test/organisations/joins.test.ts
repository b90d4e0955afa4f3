import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, type Join } from '../../src/organisations/joins.js';
import { isSlip, slips } from '../../src/organisations/typos.js';

const join = (one: number, other: number, score: number): Join => ({
  one,
  other,
  score,
  step: 'similarity',
});

describe('grouped(labels, joins)', () => {
  it('joins by chains', () => {
    expect([...grouped([null, null, null, null], [join(0, 1, 0.9), join(1, 2, 0.8)]).group]).toEqual([
      0, 0, 0, 3,
    ]);
  });

  it('gives a name between two of the registry to the surer one', () => {
    const { group, torn } = grouped(['a', null, 'b'], [join(0, 1, 0.8), join(1, 2, 0.9)]);
    expect([[...group], [...torn]]).toEqual([[0, 1, 1], []]);
  });

  it('leaves a name open that two of the registry claim equally', () => {
    expect([...grouped(['a', null, 'b'], [join(0, 1, 0.9), join(1, 2, 0.9)]).torn]).toEqual([1]);
  });

  it('joins two names of one organisation of the registry without a word', () => {
    const { torn, held } = grouped(['a', null, 'a'], [join(0, 1, 0.9), join(1, 2, 0.9)]);
    expect([torn.size, held.length]).toEqual([0, 1]);
  });

  it('never brings two of the registry together, whatever the joins and their order', () => {
    const size = 8;
    const label = fc.constantFrom('a', 'b', 'c', null);
    const some = fc.record({
      one: fc.nat(size - 1),
      other: fc.nat(size - 1),
      score: fc.constantFrom(0.7, 0.8, 0.9),
      step: fc.constant('similarity' as const),
    });
    fc.assert(
      fc.property(
        fc.array(label, { minLength: size, maxLength: size }),
        fc.array(some, { maxLength: 20 }),
        (labels, joins) => {
          const found = grouped(labels, joins);
          const owners = new Map<number, Set<string>>();
          labels.forEach((owner, i) => {
            const at = found.group[i] ?? i;
            if (owner !== null) owners.set(at, new Set([...(owners.get(at) ?? []), owner]));
          });
          for (const of of owners.values()) expect(of.size).toBe(1);
          expect(grouped(labels, [...joins].reverse())).toEqual(found);
        },
      ),
    );
  });
});

describe('slips(texts)', () => {
  it.each([
    ['qualcommlabs', 'qalcommlabs', true],
    ['government', 'goverment', true],
    ['government', 'govermnent', true],
    ['government', 'govenrment', true],
    ['zalandose', 'zalandose1', false],
    ['fabrik2020', 'fabrik2021', false],
    ['anthropic', 'enthropic', false],
    ['anthropic', 'anthropological', false],
    ['wikipedias', 'wikimediaz', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect([isSlip(one, other), isSlip(other, one)]).toEqual([expected, expected]);
  });

  it('finds every slip among few texts of eight letters or more', () => {
    const letter = fc.constantFrom(...'abc');
    const text = fc.array(letter, { minLength: 8, maxLength: 11 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 15 }), (texts) => {
        const found = new Set(slips(texts).map((pair) => [...pair].sort((a, b) => a - b).join()));
        texts.forEach((one, i) => {
          texts.slice(i + 1).forEach((other, j) => {
            expect(found.has(`${i},${i + 1 + j}`)).toBe(isSlip(one, other));
          });
        });
      }),
    );
  });
});
