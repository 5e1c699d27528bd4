'use client'

import dynamic from 'next/dynamic'
import { Component, type ReactNode } from 'react'
import type { CodeEditorProps } from './code-editor'
import { PlainEditor } from './plain-editor'

/** Monaco comes after the page: the lesson can be read and the visitors sent out before it is there. */
const Monaco = dynamic(loadMonaco, { ssr: false, loading: () => null })

/** Monaco's own words have to be there before Monaco is. */
async function loadMonaco() {
  if (document.documentElement.lang.startsWith('zh')) await import('monaco-editor/nls/lang/zh-cn')
  return import('./monaco-code-editor')
}

/** Monaco, or the plain editor where Monaco cannot be loaded. */
export function LazyEditor(props: CodeEditorProps) {
  return (
    <Fallback otherwise={<PlainEditor {...props} />}>
      <Monaco {...props} />
    </Fallback>
  )
}

class Fallback extends Component<{ otherwise: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children
  }
}
