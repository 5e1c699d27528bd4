/** A program that puts something else in the place of a built-in, and what the page says of it. */
interface ReplacingProgram {
  readonly name: string
  readonly program: string
  readonly says: readonly string[]
  readonly place: string
}

/** A program that is well until its handler, on lines 3 and 4, has done `body` on the second of them. */
function handler(body: string): string {
  return `const express = require('express')
const app = express()
app.get('/', (req, res) => {
  ${body}
  res.send('here')
})
app.listen(9090)
`
}

const NEEDED = 'The program changed built-in functions of JavaScript that the playground itself needs'

export const REPLACING: readonly ReplacingProgram[] = [
  {
    name: 'a method that the packages call',
    program: handler('String.prototype.split = null'),
    says: ['The program has changed String.prototype.split', 'that may be why'],
    place: 'server.js:4',
  },
  {
    name: 'what the playground itself reads',
    program: handler("res.on('finish', () => Object.defineProperty(URL.prototype, 'href', { get: () => null.mine }))"),
    says: [NEEDED, 'URL.prototype.href'],
    place: 'server.js:4',
  },
  {
    name: 'how every list is gone through',
    program: handler('Array.prototype[Symbol.iterator] = null'),
    says: ['Array.prototype[Symbol.iterator]'],
    place: 'server.js:4',
  },
]

/** The same without that line. */
export const UNDONE = handler('')
