import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Compile } from '@/lib/runtime/modules'
import type { Process } from '@/lib/runtime/process'

export function compilerFor(_process: Process, _program: Program, _options: WorldOptions): Compile {
  return (source, filename) => {
    const wrapper = (0, eval)(`(function(exports,require,module,__filename,__dirname,__b){${source}\n})\n//# sourceURL=${filename}`)
    return { wrapper, hooks: null }
  }
}
