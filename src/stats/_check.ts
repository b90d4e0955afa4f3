export function checkPositive(what: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid ${what}: ${value}; give a finite number above 0`);
}

export function checkProbability(what: string, value: number): void {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`invalid ${what}: ${value}; give a number from 0 to 1`);
}

export function checkCount(what: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0))
    throw new RangeError(`invalid ${what}: ${value}; give a whole number, 0 or more`);
}

export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`invalid level: ${level}; give a number between 0 and 1, such as 0.95`);
}
