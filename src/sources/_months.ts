const names = [
  'jan january janv janvier',
  'feb february fev fevr fevrier',
  'mar march mars',
  'apr april avr avril',
  'may mai',
  'jun june juin',
  'jul july juil juillet',
  'aug august aou aout',
  'sep sept september septembre',
  'oct october octobre',
  'nov november novembre',
  'dec december decembre',
];

const numberOf = new Map(
  names.flatMap((month, i) =>
    month.split(' ').map((name) => [name, String(i + 1).padStart(2, '0')] as const),
  ),
);

/** Number of a month, `01` to `12`, by its English or French name, short or long, with or without accents and point. */
export function monthNamed(name: string): string | undefined {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f.]/g, '');
  return numberOf.get(plain.toLowerCase());
}
