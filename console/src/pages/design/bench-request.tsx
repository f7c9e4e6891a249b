import { Checkbox, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProcessSheetDto } from '../../api/processes.js';
import type { Play } from './bench-play.js';

const CHANNELS = [
  { value: 'teleservice', label: 'Téléservice' },
  { value: 'telephone', label: 'Téléphone' },
  { value: 'letter', label: 'Courrier' },
];

/** The invented request that the play begins with. */
export function BenchRequest({
  sheet,
  play,
  onChange,
}: {
  readonly sheet: ProcessSheetDto;
  readonly play: Play;
  readonly onChange: (part: Partial<Play>) => void;
}): ReactNode {
  return (
    <fieldset className="pv-fieldset">
      <legend>La demande</legend>
      <TextInput
        type="date"
        label="Reçue le"
        value={play.day}
        onChange={(event) => {
          if (event.currentTarget.value !== '') onChange({ day: event.currentTarget.value });
        }}
      />
      <TextInput
        type="time"
        label="à"
        value={play.hour}
        onChange={(event) => {
          if (event.currentTarget.value !== '') onChange({ hour: event.currentTarget.value });
        }}
      />
      <Select
        label="Par"
        data={CHANNELS}
        value={play.channel}
        allowDeselect={false}
        onChange={(channel) => {
          onChange({ channel: channel ?? 'teleservice' });
        }}
      />
      <RoutingAnswers
        sheet={sheet}
        answers={play.answers}
        onChange={(answers) => {
          onChange({ answers });
        }}
      />
    </fieldset>
  );
}

interface Field {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly routing?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** Only the answers that the way of the case depends on. */
function RoutingAnswers({
  sheet,
  answers,
  onChange,
}: {
  readonly sheet: ProcessSheetDto;
  readonly answers: Readonly<Record<string, boolean | string>>;
  readonly onChange: (answers: Readonly<Record<string, boolean | string>>) => void;
}): ReactNode {
  const fields = (sheet.form.fields as unknown as readonly Field[]).filter(({ routing }) => routing === true);
  return fields.map(({ key, label, type, options }) =>
    type === 'yesNo' ? (
      <Checkbox
        key={key}
        mt="xs"
        label={label}
        checked={answers[key] === true}
        onChange={(event) => {
          onChange({ ...answers, [key]: event.currentTarget.checked });
        }}
      />
    ) : (
      <Select
        key={key}
        label={label}
        data={(options ?? []).map(({ value, label: text }) => ({ value, label: text }))}
        value={typeof answers[key] === 'string' ? answers[key] : null}
        onChange={(next) => {
          onChange({ ...answers, ...(next === null ? {} : { [key]: next }) });
        }}
      />
    ),
  );
}
