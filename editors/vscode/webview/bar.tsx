// The bar above the table: filters, what can be done with the rows, and how many there are.

import { useState } from 'preact/hooks';

import type { Filter } from '../src/ledger/order';
import type { Labels } from '../src/ledger/rows';
import type { PanelWords } from '../src/ledger/words';

interface Properties {
  readonly words: PanelWords;
  readonly labels: Labels;
  readonly filter: Filter;
  readonly status: string;
  readonly onFilter: (filter: Filter) => void;
  readonly onCopy: () => Promise<void>;
  readonly onSave: () => void;
}

export function Bar({ words, labels, filter, status, onFilter, onCopy, onSave }: Properties) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void onCopy().then(() => {
      setCopied(true);
      setTimeout(() => { setCopied(false); }, 3000);
    });
  };
  return (
    <div class="bar" role="group" aria-label={words.caption}>
      <input type="search" value={filter.words ?? ''} placeholder={words.filter} aria-label={words.filter} onInput={({ currentTarget }) => { onFilter({ ...filter, words: currentTarget.value }); }} />
      <Choice name={words.allRoles} codes={labels.role} chosen={filter.role} onChoose={(role) => { onFilter({ ...filter, role }); }} />
      <Choice name={words.allKinds} codes={labels.kind} chosen={filter.kind} onChoose={(kind) => { onFilter({ ...filter, kind }); }} />
      <label title={words.newHint}>
        <input type="checkbox" checked={filter.onlyNew === true} onChange={({ currentTarget }) => { onFilter({ ...filter, onlyNew: currentTarget.checked }); }} />
        {words.onlyNew}
      </label>
      <button type="button" onClick={copy}>{words.copy}</button>
      <button type="button" onClick={onSave}>{words.save}</button>
      <span class="status" role="status">{copied ? words.copied : status}</span>
    </div>
  );
}

function Choice({ name, codes, chosen, onChoose }: { name: string; codes: Readonly<Record<string, string>>; chosen: string | undefined; onChoose: (code: string) => void }) {
  return (
    <select aria-label={name} value={chosen ?? ''} onChange={({ currentTarget }) => { onChoose(currentTarget.value); }}>
      <option value="">{name}</option>
      {Object.entries(codes).map(([code, label]) => <option key={code} value={code}>{label}</option>)}
    </select>
  );
}
