/** The texts about event studies in English; `frenchStudy` has the same keys. */
export const englishStudy = {
  heading: 'Did it work?',
  is: 'Whether a flow changed at a dated event more than other flows did. The effect is a ratio of rate ratios: 1 is no more than the others. How far it stands out is told by placebos, other months and other flows in the place of the event. Where an event has two dates, each has its row. The q-value is over the flows studied at one date.',
  says: (found: number, of: number) =>
    found === 0
      ? `None of ${of} studies stands out once it is allowed that some of many do so by chance`
      : `${found} of ${of} ${of === 1 ? 'study stands' : 'studies stand'} out once it is allowed that some of many do so by chance`,
  reads:
    'Dot: the effect. Line: its 95 % interval; an arrow has no upper limit. On the line at 1 the flow changed as the others did. The axis is logarithmic. Not drawn: studies that are withheld, or have no limits.',
  table: 'Hires before and after events, and the effect beside other flows',
  none: 'No event with months enough on both sides can be shown.',
  anywhere: 'any other organisation',
  together: 'these flows together',
  dates: { announced: 'announced', effective: 'took effect' } as Readonly<Record<string, string>>,
};

/** Names of columns in the table of studies. */
export const englishStudyColumns = {
  event_month: 'event',
  dated: 'dated by',
  effect: 'effect',
  effect_interval: '95 % interval of the effect',
  p_value: 'p-value',
  placebos: 'placebos',
  hires_before: 'hires before',
  hires_after: 'hires after',
  comparisons: 'flows compared with',
};
