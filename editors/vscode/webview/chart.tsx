// A small chart: an indicator's figures of one kind over time. Aims are hollow, what was reached is filled.

import { places, type Series } from '../src/ledger/points';
import { figure, type Labels } from '../src/ledger/rows';
import type { PanelWords } from '../src/ledger/words';

const [WIDTH, HEIGHT, MARGIN] = [132, 34, 5];

export function Chart({ series, indicator, words, labels }: { series: Series; indicator: string; words: PanelWords; labels: Labels }) {
  const { points } = series;
  const spots = places(points, WIDTH, HEIGHT, MARGIN);
  const told = points.map(({ fact }) => `${fact.period ?? ''} ${labels.role[fact.role ?? ''] ?? ''} ${figure(fact, labels)}`);
  const name = words.chart.replace('{0}', indicator).replace('{1}', labels.kind[series.kind] ?? series.kind).replace('{2}', told.join(', '));
  return (
    <span class="chart">
      <svg role="img" aria-label={name} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <polyline points={spots.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {spots.map(({ x, y }, nth) => (
          <circle key={nth} cx={x} cy={y} r={3} class={points[nth]?.fact.role === 'target' ? 'aim' : 'reached'}>
            <title>{told[nth]}</title>
          </circle>
        ))}
      </svg>
      <span class="legend" aria-hidden="true">{labels.kind[series.kind]} {points[0]?.fact.period}–{points.at(-1)?.fact.period}</span>
    </span>
  );
}
