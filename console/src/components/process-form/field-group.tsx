import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import type { ReactNode } from 'react';

/** The root is a stack of questions; an answer made of several is a named group. */
export function FieldGroup({ title, properties, fieldPathId, uiSchema }: ObjectFieldTemplateProps): ReactNode {
  const content = properties
    .filter(({ hidden }) => !hidden)
    .map(({ name, content: field }) => <div key={name}>{field}</div>);
  if (fieldPathId.path.length === 0) return <div className="pv-form">{content}</div>;
  const help: unknown = uiSchema?.['ui:help'];
  return (
    <fieldset id={fieldPathId.$id} className="pv-fieldset">
      <legend>{title}</legend>
      {typeof help === 'string' ? <p className="pv-row-sub">{help}</p> : null}
      <div className="pv-form">{content}</div>
    </fieldset>
  );
}
