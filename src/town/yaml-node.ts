import type { Document, LineCounter } from 'yaml';
import { isNode } from 'yaml';
import { minutesOf } from './csv-table.js';
import type { Faults } from './town-error.js';

/** A parsed YAML file, and where its faults go. */
export interface YamlFile {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly faults: Faults;
}

type Path = readonly (string | number)[];

/** One place of a YAML file, read key by key; what is wrong becomes a fault with the line. */
export class YamlNode {
  constructor(
    private readonly yaml: YamlFile,
    private readonly path: Path = [],
  ) {}

  at(...keys: Path): YamlNode {
    return new YamlNode(this.yaml, [...this.path, ...keys]);
  }

  value(key: string): unknown {
    return this.yaml.document.getIn([...this.path, key]);
  }

  /** As many nodes as the list under the key is long. */
  list(key: string): readonly YamlNode[] {
    const items: unknown = this.yaml.document.toJS();
    const found = [...this.path, key].reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined),
      items,
    );
    if (!Array.isArray(found)) this.fault(key, `« ${key} » doit être une liste.`);
    return Array.isArray(found) ? found.map((_, index) => this.at(key, index)) : [];
  }

  texts(key: string): readonly string[] {
    return this.list(key).map((node) => node.ownText());
  }

  text(key: string): string {
    return this.at(key).ownText();
  }

  oneOf<T extends string>(key: string, values: readonly [T, ...T[]]): T {
    const text = this.text(key);
    const found = values.find((value) => value === text);
    if (found === undefined) this.fault(key, `« ${key} » vaut « ${text} » ; écrivez ${values.join(', ')}.`);
    return found ?? values[0];
  }

  /** Minutes since local midnight. */
  time(key: string): number {
    const minutes = minutesOf(this.text(key));
    if (minutes === undefined) this.fault(key, `« ${key} » doit être une heure entre guillemets, par exemple "09:00".`);
    return minutes ?? 0;
  }

  fault(key: string, message: string): void {
    this.yaml.faults.add({ file: this.yaml.file, line: this.lineOf([...this.path, key]), message });
  }

  private ownText(): string {
    const value = this.yaml.document.getIn(this.path);
    if (typeof value === 'string' && value !== '') return value;
    const name = String(this.path[this.path.length - 1]);
    const message = `« ${name} » manque, ou n’est pas un texte (mettez les nombres entre guillemets).`;
    this.yaml.faults.add({ file: this.yaml.file, line: this.lineOf(this.path), message });
    return '';
  }

  /** The line of the place, else of the nearest one around it that exists. */
  private lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.yaml.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.yaml.lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}
