import type { ReactNode } from 'react';
import { encode } from 'uqr';
import './qr-code.css';

/** A little of it may be stained or folded and it is still read. */
const CORRECTION = 'M';
/** Empty squares around it, without which cameras do not find it. */
const MARGIN = 4;

/** An address for a camera: black on white whatever the theme, sharp on paper. `label` says where it leads. */
export function QrCode({ address, label }: { readonly address: string; readonly label: string }): ReactNode {
  const { data, size } = encode(address, { ecc: CORRECTION, border: MARGIN });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  );
  return (
    <svg className="pv-qr" viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
