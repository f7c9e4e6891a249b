import { lazy, Suspense, type ReactNode } from 'react';
import { Loading } from '../state/loading.js';
import type { ProcessForm as Renderer, ProcessFormProps } from './process-form.js';

const importForm = (): Promise<{ readonly ProcessForm: typeof Renderer }> => import('./process-form.js');
const ProcessForm = lazy(async () => ({ default: (await importForm()).ProcessForm }));

/** The form renderer is half of the script: it comes while the citizen still explains. */
export function LaterProcessForm(props: ProcessFormProps): ReactNode {
  return (
    <Suspense fallback={<Loading what="des questions" rows={3} />}>
      <ProcessForm {...props} />
    </Suspense>
  );
}

/** Fetches the renderer ahead of need. */
export function fetchProcessForm(): void {
  void importForm();
}
