/** Makes a class whose subclasses are errors as Node throws them: with their own name as `code`, also in the stack. */
export function coded(Base: ErrorConstructor) {
  return class extends Base {
    readonly code: string

    constructor(message?: string) {
      super(message)
      this.code = new.target.name
      if (this.stack !== undefined) this.stack = this.stack.replace(this.name, `${this.name} [${this.code}]`)
    }

    override toString(): string {
      return `${this.name} [${this.code}]: ${this.message}`
    }
  }
}
