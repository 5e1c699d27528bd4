import { describe, expect, test } from 'vitest'
import type { HeaderList } from '@/lib/engine/http/message'
import { compare } from './compare'
import type { Answer } from './exchanges'

const FROZEN = Date.UTC(2026, 10, 23, 8)
const REAL = { from: Date.UTC(2030, 0, 1), to: Date.UTC(2030, 0, 1) + 5_000 }

function answer(parts: Partial<Answer> & { headers?: HeaderList; status?: number; text?: string } = {}): Answer {
  const { headers = [], status = 200, text = '', ...rest } = parts
  return { head: { status, reason: 'OK', headers }, body: Buffer.from(text), chunks: null, failure: null, ...rest }
}

function differ(world: Answer, node: Answer): readonly string[] {
  return compare({ answered: FROZEN, answer: world }, node, REAL)
}

describe('compare', () => {
  test('nothing where nothing differs', () => {
    const same = answer({ headers: [['ETag', '"x"']], text: '剪' })
    expect(differ(same, answer({ headers: [['ETag', '"x"']], text: '剪' }))).toEqual([])
  })

  test.each([
    ['status', answer({ status: 201 }), 'status line: "HTTP/1.1 200 OK" | "HTTP/1.1 201 OK"'],
    [
      'reason',
      answer({ head: { status: 200, reason: 'Fine', headers: [] } }),
      'status line: "HTTP/1.1 200 OK" | "HTTP/1.1 200 Fine"',
    ],
    ['body', answer({ text: 'x' }), 'body: "" | "x"'],
    ['failure', answer({ failure: 'connection-reset' }), 'failure: null | "connection-reset"'],
    ['chunks', answer({ chunks: [1] }), 'chunks: null | [1]'],
    ['a header too many', answer({ headers: [['A', '1']] }), 'header line 1: undefined | "A: 1"'],
  ])('%s', (_, node, line) => {
    expect(differ(answer(), node)).toEqual([line])
  })

  test('order and case of header lines count', () => {
    const world = answer({
      headers: [
        ['A', '1'],
        ['b', '2'],
      ],
    })
    expect(
      differ(
        world,
        answer({
          headers: [
            ['b', '2'],
            ['A', '1'],
          ],
        }),
      ),
    ).toHaveLength(2)
    expect(
      differ(
        world,
        answer({
          headers: [
            ['A', '1'],
            ['B', '2'],
          ],
        }),
      ),
    ).toEqual(['header line 2: "b: 2" | "B: 2"'])
  })

  describe('Date', () => {
    const dated = (moment: number) => answer({ headers: [['Date', new Date(moment).toUTCString()]] })

    test('the real time of the test stands for the frozen clock', () => {
      expect(differ(dated(FROZEN), dated(REAL.from + 2_000))).toEqual([])
    })

    test('any other date is compared as it is', () => {
      expect(differ(dated(FROZEN), dated(0))).toHaveLength(1)
      expect(differ(dated(FROZEN + 1_000), dated(REAL.from))).toHaveLength(1)
    })
  })

  describe("Express's error pages", () => {
    const page = (message: string, stack: string) => {
      const text = `<pre>${message}<br> &nbsp; at ${stack}</pre>`
      const headers: HeaderList = [
        ['Content-Security-Policy', "default-src 'none'"],
        ['Content-Length', String(text.length)],
      ]
      return answer({ status: 500, headers, text })
    }

    test('stack traces may differ, the first line may not', () => {
      expect(differ(page('Error: x', 'a'), page('Error: x', 'another place'))).toEqual([])
      expect(differ(page('Error: x', 'a'), page('Error: y', 'a'))).toHaveLength(1)
    })

    test('the folder of the program on the Node side is /app', () => {
      const node = page('Error: no &#39;/tmp/barbershop-node-aB3x/app/views/x&#39;', 'b')
      expect(differ(page('Error: no &#39;/app/views/x&#39;', 'a'), node)).toEqual([])
    })
  })
})
