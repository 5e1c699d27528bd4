import { loader } from '@monaco-editor/react'
import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/css/register'
import 'monaco-editor/languages/definitions/html/register'
import 'monaco-editor/languages/definitions/javascript/register'
import { registerJson } from './json-language'

/** Monaco from our own origin, with the features that a short program needs and no language worker. */
export function setUpMonaco(): void {
  self.MonacoEnvironment = {
    getWorker: () => new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
  }
  monaco.editor.defineTheme('barbershop-light', LIGHT)
  monaco.editor.defineTheme('barbershop-dark', DARK)
  registerJson()
  loader.config({ monaco })
}

/** The language of a file by its name, in Monaco's words; `plaintext` when none fits. */
export function languageOf(path: string): string {
  if (/\.[cm]?js$/.test(path)) return 'javascript'
  if (/\.(html|ejs)$/.test(path)) return 'html'
  if (/\.css$/.test(path)) return 'css'
  if (/\.json$/.test(path)) return 'json'
  if (path.endsWith('.md')) return 'markdown'
  if (path.endsWith('.yaml')) return 'yaml'
  return 'plaintext'
}

/** Monaco's own colours, darkened where a line that ran would leave them too little contrast (WCAG 2.2, 1.4.3). */
const LIGHT: monaco.editor.IStandaloneThemeData = {
  base: 'vs',
  inherit: true,
  rules: [
    { token: 'comment', foreground: '116611' },
    { token: 'number', foreground: '076344' },
    { token: 'type', foreground: '00605f' },
    { token: 'string', foreground: '9a1212' },
    { token: 'keyword', foreground: '1a1ae0' },
  ],
  colors: { 'editor.background': '#fffdf9', 'editorLineNumber.foreground': '#636971' },
}

const DARK: monaco.editor.IStandaloneThemeData = {
  base: 'vs-dark',
  inherit: true,
  rules: [
    { token: 'comment', foreground: '86b67a' },
    { token: 'keyword', foreground: '7ab8f5' },
  ],
  colors: { 'editor.background': '#1a1d22', 'editorLineNumber.foreground': '#9597a0' },
}
