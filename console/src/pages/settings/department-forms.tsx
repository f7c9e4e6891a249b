import type { ReactNode } from 'react';
import {
  addDepartment,
  changeDepartment,
  type DepartmentSettingsDto,
  type DepartmentsSettingsDto,
} from '../../api/department-settings.js';
import { SettingsForm, type SettingsField } from './settings-form.js';

type Directorates = DepartmentsSettingsDto['directorates'];

const NAME: SettingsField = { name: 'name', label: 'Nom' };
const NOTHING_YET = { version: 0, values: { name: '', directorate: '', id: '' } };

/** A department that the town opens; its directorate says of which organisation it is. */
export function NewDepartment({
  directorates,
  onDone,
}: {
  readonly directorates: Directorates;
  readonly onDone: () => void;
}): ReactNode {
  return (
    <SettingsForm
      name="department:new"
      title="Nouveau service"
      fields={[
        NAME,
        directorateField(directorates),
        {
          name: 'id',
          label: 'Identifiant',
          description: 'Celui que nomment les processus, comme « espaces-verts » ; il ne change plus',
        },
      ]}
      stored={NOTHING_YET}
      readCurrent={() => NOTHING_YET}
      save={(_version, { name = '', directorate = '', id = '' }) =>
        addDepartment({ id: id.trim(), name: name.trim(), directorate })
      }
      submitLabel="Ajouter le service"
      saved="Service ajouté."
      onSaved={onDone}
    />
  );
}

/** What a department is called, and where it stands. */
export function DepartmentTexts({
  department,
  directorates,
}: {
  readonly department: DepartmentSettingsDto;
  readonly directorates: Directorates;
}): ReactNode {
  const { id, organisation } = department;
  return (
    <SettingsForm
      name={`department:${id}`}
      title={`Service ${department.name}`}
      fields={[NAME, directorateField(directorates.filter((one) => one.organisation === organisation))]}
      stored={textsOf(department)}
      readCurrent={(current) => textsOf(current as DepartmentSettingsDto)}
      save={(version, { name = '', directorate = '' }) =>
        changeDepartment(id, version, { name: name.trim(), directorate })
      }
      saved="Service enregistré."
    />
  );
}

function textsOf({ version, name, directorate }: DepartmentSettingsDto): {
  readonly version: number;
  readonly values: { readonly name: string; readonly directorate: string };
} {
  return { version, values: { name, directorate } };
}

function directorateField(directorates: Directorates): SettingsField {
  return {
    name: 'directorate',
    label: 'Direction',
    choices: directorates.map(({ id, name, division }) => ({
      value: id,
      label: division === undefined ? name : `${name} (${division})`,
    })),
  };
}
