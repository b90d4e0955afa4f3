import type { ReactNode } from 'react';

/** One of a few, as buttons side by side. */
export function Choice<T extends string>({
  label,
  of,
  value,
  choose,
}: {
  readonly label: string;
  readonly of: readonly { readonly value: T; readonly name: string }[];
  readonly value: T;
  readonly choose: (value: T) => void;
}): ReactNode {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="choice">
        {of.map((each) => (
          <button
            key={each.value}
            type="button"
            aria-pressed={each.value === value}
            onClick={() => choose(each.value)}
          >
            {each.name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
