// The page of the ledger: draws what the extension sends.

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { Shown } from '../src/ledger/panel-messages';
import { host } from './host';
import { LedgerPage } from './page';

function App() {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const take = ({ data }: MessageEvent<Shown>): void => { setShown(data); };
    window.addEventListener('message', take);
    host.postMessage({ wish: 'everything' });
    return () => { window.removeEventListener('message', take); };
  }, []);
  return shown === undefined ? null : <LedgerPage {...shown} />;
}

const root = document.getElementById('ledger');
if (root !== null) render(<App />, root);
