import { Combobox, ComboboxItem, ComboboxLabel, ComboboxPopover, ComboboxProvider } from '@ariakit/react';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { useApi } from '../app/api.js';
import { useWords } from '../app/language.js';
import { common } from '../words/common.js';

interface Found {
  readonly organisations: readonly { readonly id: string; readonly title: string }[];
}

/** A field that finds an organisation by a part of its name. */
export function Picker({
  label,
  value,
  choose,
}: {
  readonly label: string;
  /** Name of the organisation that is chosen. */
  readonly value: string;
  readonly choose: (id: string) => void;
}): ReactNode {
  const w = useWords(common);
  const [text, write] = useState(value);
  useEffect(() => write(value), [value]);
  const wanted = useDeferredValue(text === value ? '' : text);
  const found = useApi<Found>('/api/organisations', { q: wanted, limit: 30 });
  // What is there for fewer letters stays only as far as it fits, so that Enter takes nothing else.
  const isOld = found.isPlaceholderData || (wanted !== text && text !== value);
  const organisations = (found.data?.organisations ?? []).filter(
    ({ title }) => !isOld || title.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <div className="control">
      <ComboboxProvider value={text} setValue={write} includesBaseElement={false}>
        <ComboboxLabel>{label}</ComboboxLabel>
        <Combobox
          placeholder={w.choose}
          autoSelect
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => write(value)}
        />
        <ComboboxPopover gutter={4} className="options" aria-label={label}>
          {organisations.map(({ id, title }) => (
            <ComboboxItem
              key={id}
              value={title}
              setValueOnClick={false}
              onClick={() => {
                write(title);
                choose(id);
              }}
            >
              {title}
            </ComboboxItem>
          ))}
          {organisations.length === 0 && !found.isPending && !isOld && <p role="status">{w.noneFound}</p>}
        </ComboboxPopover>
      </ComboboxProvider>
    </div>
  );
}
