import { getGender } from 'gender-detection-from-name';

/** Whether a word, or its part before a hyphen, is a given name somewhere. */
export function isGiven(name: string): boolean {
  const [first = ''] = name.split('-');
  return first.length > 1 && !first.includes('.') && getGender(first) !== 'unknown';
}
