import * as monaco from 'monaco-editor/editor'

/** JSON's colours. Monaco's own JSON comes with a language service in a worker, which a `package.json` does not need. */
export function registerJson(): void {
  monaco.languages.register({ id: 'json', extensions: ['.json'] })
  monaco.languages.setLanguageConfiguration('json', {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '"', close: '"', notIn: ['string'] },
    ],
  })
  monaco.languages.setMonarchTokensProvider('json', {
    defaultToken: 'invalid',
    tokenizer: {
      root: [
        [/\s+/, ''],
        [/[{}[\]]/, '@brackets'],
        [/[:,]/, 'delimiter'],
        [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'type'],
        [/"(?:[^"\\]|\\.)*"/, 'string'],
        [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
        [/true|false|null/, 'keyword'],
      ],
    },
  })
}
