import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Nothing of Node, of the clock or of chance: rules must replay. */
const PURE = ['process', 'fetch', 'console', 'setInterval', 'Buffer', 'require'];
const CLOCK_FREE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time reaches the rules only inside events.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'A replay would draw another number.',
  },
];
const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'A union of string literals says it better.' };

export default tseslint.config(
  { ignores: ['dist/**', 'console/dist/**', 'node_modules/**', '.parvis/**', '**/*.generated.ts', 'coverage/**'] },
  {
    files: [
      'domain/**/*.ts',
      'workflows/**/*.ts',
      'activities/**/*.ts',
      'src/**/*.ts',
      'scripts/**/*.ts',
      'test/**/*.ts',
      'console/**/*.ts',
      'console/**/*.tsx',
    ],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-array-sort-compare': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
      // A switch over a union counts once: it ends in assertNever, and splitting it would hide that.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 50],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', NO_ENUM],
    },
  },
  {
    files: ['domain/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...PURE],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
      'no-restricted-syntax': ['error', NO_ENUM, ...CLOCK_FREE],
    },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time reaches the rules only inside events.' },
      ],
    },
  },
  {
    // Screens: hooks called as React asks, and what a keyboard or a screen reader would stumble over.
    files: ['console/src/**/*.ts', 'console/src/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.configs.strict],
    rules: {
      // Markup takes a line for each attribute.
      'max-lines-per-function': ['error', 80],
      // A region that scrolls must be reachable by the keyboard (axe: scrollable-region-focusable).
      'jsx-a11y-x/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel'], tags: [] }],
      // Keys that come up from the fields inside (Ctrl+Enter, Escape) are heard by the form around them.
      'jsx-a11y-x/no-noninteractive-element-interactions': [
        'error',
        { handlers: ['onClick', 'onMouseDown', 'onMouseUp'] },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-params': ['error', 6],
      // DTO classes describe plain data for the pipe and for OpenAPI: answers are plain objects of that shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config/**', 'src/cli/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Ask for Config: variables are read once, in src/config.' },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@nestjs/common', importNames: ['forwardRef'], message: 'A third subject is hiding.' }] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines': ['error', 500],
      'max-lines-per-function': 'off',
      'max-params': ['error', 4],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
