import * as z from 'zod';
import { MercatoError } from '../errors.js';
import { column, optional } from '../records/index.js';
import { benjaminiHochberg } from '../stats/index.js';
import { causeNote, countNote, coverageNote } from './_notes.js';
import { moveParameters, windowOf } from './_parameters.js';
import { eventMonths, eventSteps, isEvent, registeredIn } from './_studyEvents.js';
import * as notes from './_studyNotes.js';
import { rowOf } from './_studyRow.js';
import { comparisonOf, type FlowSeries, type Flows, flowsIn, keyOf, titleOf } from './_studySeries.js';
import {
  anywhere,
  changeSteps,
  chosenSteps,
  type Flow,
  monthlySteps,
  type StudyWindow,
  treatedSteps,
} from './_studySteps.js';
import type { Context, Measure, Note, ResultRow } from './measure.js';

const flow = z
  .string()
  .refine((text) => text.split('>').filter((name) => name.trim() !== '').length === 2, 'write FROM>TO');

const parameters = moveParameters.omit({ bounds: true }).extend({
  event: z
    .string()
    .refine(
      isEvent,
      'write YYYY-MM, YYYY-MM/YYYY-MM (24 months at most) or ORGANISATION-ID:EVENT of the registry',
    )
    .optional()
    .describe(
      'when: a month, a range of months of which each is tried, or an event of the registry, such as scale-ai:stake_taken',
    ),
  flow: z
    .array(flow)
    .optional()
    .describe('further flows that are studied, FROM>TO, or FROM>* for all who leave'),
  against: z
    .array(flow)
    .min(1)
    .optional()
    .describe('flows to compare with, FROM>TO; the largest of others unless told'),
  before: z
    .int('write a whole number from 12 to 60')
    .min(12, 'write a whole number from 12 to 60')
    .max(60, 'write a whole number from 12 to 60')
    .default(24)
    .describe('months looked at before the event'),
  after: z
    .int('write a whole number from 3 to 36')
    .min(3, 'write a whole number from 3 to 36')
    .max(36, 'write a whole number from 3 to 36')
    .default(12)
    .describe('months looked at from the event on'),
  comparisons: z
    .int('write a whole number from 1 to 200')
    .min(1, 'write a whole number from 1 to 200')
    .max(200, 'write a whole number from 1 to 200')
    .default(50)
    .describe('most flows to compare with'),
  slope: z.boolean().default(false).describe('with a slope of the studied flows after the event'),
});
type Parameters = z.output<typeof parameters>;

/**
 * Did it work: did a flow change at a dated event more than others did?
 *
 * Monthly hires out of jobs with a known start, per person-month at the origin, of the flow studied against other flows, by Poisson
 * regression with the season, a trend and a trend of the flow's own; `effect` is the ratio of rate ratios. P-value and limits come from
 * placebos: other months in the place of the event, other flows in the place of the one studied. The last 3 months of the data are left out.
 *
 * Rows: one per month of the event and flow, the flows together first where there are several. Units: ratios, hires, people. Method: see `studyOf` in stats.
 * @throws MercatoError `usage` without an event; `parameter` for one that the registry does not have, or a flow that is studied and compared with
 */
export const study: Measure<Parameters> = {
  name: 'study',
  title: { en: 'Event study', fr: 'Étude d’événement' },
  question: {
    en: 'Did it work: did a flow change at an event more than others did?',
    fr: 'Cela a-t-il marché : un flux a-t-il changé lors d’un événement plus que d’autres ?',
  },
  definition: {
    en: 'Hires from A to B (to any other organisation where no B is named) by month, 24 months before an event and 12 from it on, out of jobs with a known start and per person-month at A, against those of other flows: log-linear in flow, month of the year, trend, after the event, and a trend of the flow’s own. The effect is the ratio of rate ratios: by how much more the rate of the flow changed than that of the others. Its p-value is the share of placebos (other months, other flows) that stand out as far, and its 95 % interval the effects that this test does not reject. Moves of the last 3 months are left out, since not all are reported.',
    fr: 'Embauches de A vers B (vers toute autre organisation si B n’est pas nommé) par mois, 24 mois avant un événement et 12 à partir de lui, depuis des emplois au début connu et par mois-personne chez A, face à celles d’autres flux : log-linéaire selon le flux, le mois de l’année, la tendance, l’après, et une tendance propre au flux. L’effet est le rapport des rapports de taux : de combien le taux du flux a changé de plus que celui des autres. Sa valeur p est la part des placebos (autres mois, autres flux) qui ressortent autant, et son intervalle à 95 % les effets que ce test ne rejette pas. Les mouvements des 3 derniers mois sont laissés de côté, car tous ne sont pas signalés.',
  },
  grain: 'one per month of the event and flow',
  reads: ['move', 'episode', 'event'],
  columns: [
    column('from', 'text', '', 'organisation left; null for all flows studied together'),
    column('to', 'text', '', 'organisation joined; null for any other, and for all flows studied together'),
    column('event', 'month', '', 'month taken for that of the event, YYYY-MM'),
    column(
      'dated',
      'text',
      '',
      'announced or effective, where the registry dates the event; null where the question does',
    ),
    column('effect', 'number', '', 'ratio of rate ratios; null where there is none'),
    column('low', 'number', '', 'lower 95 % limit of the effect'),
    column('high', 'number', '', 'upper 95 % limit of the effect; null where infinite'),
    column('p_value', 'number', '', 'share of the placebos, and of the event itself, that stand out as far'),
    column('q_value', 'number', '', 'false discovery rate of the test over the flows studied at this month'),
    column('placebos', 'integer', 'placebos', 'months and flows put in the place of the event and the flow'),
    column('months_before', 'integer', 'months', 'months looked at before the event'),
    column('months_after', 'integer', 'months', 'months looked at from the event on'),
    column('hires_before', 'integer', 'moves', 'hires of the flow before the event'),
    column('hires_after', 'integer', 'moves', 'hires of the flow from the event on'),
    column('people_before', 'integer', 'people', 'people hired before the event'),
    column('people_after', 'integer', 'people', 'people hired from the event on'),
    column('comparisons', 'integer', 'flows', 'flows compared with'),
    column('compared_before', 'integer', 'moves', 'hires of the flows compared with before the event'),
    column('compared_after', 'integer', 'moves', 'hires of the flows compared with from the event on'),
    optional(
      column(
        'slope',
        'number',
        '',
        'with --slope: ratio by which the effect grows in a year; the effect is that of the first month',
      ),
    ),
    optional(
      column(
        'slope_p_value',
        'number',
        '',
        'with --slope: share of the placebos whose slope stands out as far',
      ),
    ),
  ],
  parameters,
  subjects: 'any',
  everybody: true,
  citation: 'Abadie, Diamond and Hainmueller (2010), JASA 105(490), doi:10.1198/jasa.2009.ap08746',
  examples: [
    'mercato study OpenAI Meta --event 2025-06',
    'mercato study OpenAI Meta --event 2025-05/2025-07 --flow "Google DeepMind>Meta"',
    'mercato study "Red Hat" --event red-hat:acquired --json',
  ],
  shared(p, context) {
    const { treated, against } = asked(p, context);
    return chosenSteps(windowFor(p, context), context, treated, against);
  },
  queries(p, context) {
    const { treated, event } = asked(p, context);
    const window = windowFor(p, context);
    const organisations = [...new Set(treated.flatMap(({ from, to }) => [from, to]))].filter(
      (organisation) => organisation !== anywhere,
    );
    return {
      events: { steps: [['events', eventSteps(event, organisations)]] },
      monthly: monthlySteps(window, context),
      treated: treatedSteps(window, context, treated),
      changes: changeSteps(window, context),
    };
  },
  async finish({ events = [], monthly = [], treated: moves = [], changes = [] }, p, context, { pause }) {
    const { treated, against, event } = asked(p, context);
    const { first, last } = windowFor(p, context);
    const registered = registeredIn(events);
    const { months, parties } = eventMonths(event, registered);
    const all = flowsIn(monthly, changes, first, last);
    const [from, end] = [months[0]!.month - p.before, months.at(-1)!.month + p.after];
    const compared = comparisonOf(all, treated, parties, { from, end, most: p.comparisons, against });
    const titles = new Map(context.subjects.map(({ organisation, title }) => [organisation, title]));
    const own = treated.map((one) => seriesFor(all, one, titles));
    const movers = moves.map((row) => ({
      flow: keyOf({ from: Number(row.from_organisation), to: Number(row.to_organisation) }),
      month: Number(row.month),
      person: Number(row.person),
      counts: row.counts === true,
      known: row.known_start === true,
    }));
    const said: Note[] = [];
    const rows: ResultRow[] = [];
    for (const at of months) {
      const sets = [...(own.length > 1 ? [own] : []), ...own.map((one) => [one])];
      const found: ReturnType<typeof rowOf>[] = [];
      for (const set of sets) {
        found.push(rowOf({ set, at, all, compared: compared.flows, months, registered, p, movers, titles }));
        await pause();
      }
      said.push(...found.flatMap(({ notes }) => notes));
      const singles = found.slice(own.length > 1 ? 1 : 0);
      const qValues = benjaminiHochberg(singles.map(({ row }) => row.p_value as number | null));
      rows.push(
        ...found.slice(0, found.length - singles.length).map(({ row }) => row),
        ...singles.map(({ row }, i) => ({ ...row, q_value: qValues[i] ?? null })),
      );
    }
    const once = [...new Map(said.map((note) => [`${note.code} ${note.en}`, note])).values()];
    return {
      rows,
      notes: [
        coverageNote,
        notes.causationNote,
        ...(last < context.observedMonth - notes.withheldMonths ? [] : notes.edgeNotes(last)),
        ...(months.length > 1 ? [notes.datesNote] : []),
        ...notes.comparisonNotes(compared, all, against !== null, from, end),
        ...(against === null ? [] : notes.namedNotes(p.against ?? [], compared.flows)),
        ...once,
        ...causeNote(movers.filter(({ counts }) => !counts).length),
        ...countNote(
          'unknown_start',
          movers.filter(({ counts, known }) => counts && !known).length,
          'Moves out of a job whose own start is unknown, and so not in the study: N.',
          'Mouvements depuis un emploi dont le début est inconnu, donc hors de l’étude : N.',
        ),
        ...countNote(
          'no_exposure',
          own.reduce((sum, { unexposed }) => sum + unexposed, 0),
          'Hires in months in which nobody with a known start was at the origin, and so not in the study: N.',
          'Embauches dans des mois où personne au début connu n’était à l’origine, donc hors de l’étude : N.',
        ),
      ],
    };
  },
};

function windowFor(p: Parameters, context: Context): StudyWindow {
  const { since, until } = windowOf(p, context.observedMonth);
  return {
    ...p,
    bounds: false,
    whole: asked(p, context).whole,
    first: Math.max(since ?? context.firstMonth, context.firstMonth),
    last: Math.min(until, context.observedMonth - notes.withheldMonths),
  };
}

interface Asked {
  readonly treated: readonly Flow[];
  readonly against: readonly Flow[] | null;
  readonly event: string;
  readonly whole: boolean;
}

function asked(p: Parameters, { subjects, named: own }: Context): Asked {
  const [from, to] = subjects.slice(0, own);
  if (own > 2 || (own === 0 && p.flow === undefined))
    throw new MercatoError(
      'usage',
      `study takes one organisation that people leave, or two, not ${own}; name further flows by --flow: ${study.examples[1]}`,
    );
  if (from !== undefined && from.organisation === to?.organisation)
    throw new MercatoError(
      'usage',
      `study takes two different organisations, not ${from.title} twice: ${study.examples[0]}`,
    );
  if (p.event === undefined)
    throw new MercatoError(
      'usage',
      'no event to study; name its month: mercato study OpenAI Meta --event 2025-06',
    );
  const named = (text: string): Flow => {
    const [a = 0, b = 0] = text
      .split('>')
      .map((name) =>
        name.trim() === '*' ? anywhere : subjects.find((s) => s.asked === name.trim())?.organisation,
      );
    if (a === b)
      throw new MercatoError(
        'parameter',
        `invalid flow: ${JSON.stringify(text)}; name two different organisations`,
      );
    return { from: a, to: b };
  };
  const first = from === undefined ? [] : [{ from: from.organisation, to: to?.organisation ?? anywhere }];
  const further = [...first, ...(p.flow ?? []).map(named)];
  const treated = [...new Map(further.map((one) => [keyOf(one), one])).values()];
  const against = p.against?.map(named) ?? null;
  const whole = treated.filter((one) => one.to === anywhere).length;
  const mixed = [...treated, ...(against ?? [])].some((one) => (one.to === anywhere) !== whole > 0);
  if (mixed || treated.some((one) => one.from === anywhere))
    throw new MercatoError(
      'parameter',
      'flows of two shapes: all lead from one organisation to another, or all to any other (FROM>*); leave out those of one shape',
    );
  const both = against?.findIndex((one) => treated.some((other) => keyOf(other) === keyOf(one))) ?? -1;
  if (both >= 0)
    throw new MercatoError(
      'parameter',
      `flow both studied and compared with: ${JSON.stringify(p.against?.[both])}; leave it out of one`,
    );
  return { treated, against, event: p.event, whole: whole > 0 };
}

function seriesFor(all: Flows, flow: Flow, titles: ReadonlyMap<number, string>): FlowSeries {
  const found = all.flows.find((one) => keyOf(one) === keyOf(flow));
  if (found !== undefined) return found;
  const nothing = Array.from({ length: Math.max(0, all.last - all.first + 1) }, () => 0);
  const title = titleOf(titles.get(flow.from) ?? '', titles.get(flow.to) ?? null);
  return { ...flow, title, counts: nothing, exposures: nothing, unexposed: 0 };
}
