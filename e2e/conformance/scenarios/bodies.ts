import { ask, get, type Scenario, send } from '../scenario'

const program = 'bodies'
const JSON_TYPE = 'application/json'
const FORM = 'application/x-www-form-urlencoded'

export const bodies: readonly Scenario[] = [
  {
    name: 'JSON bodies',
    program,
    steps: [
      send('POST', '/json', 200, JSON_TYPE, '{"name":"剪发卡","balance":90,"list":[1,null]}'),
      send('PUT', '/json', 200, `${JSON_TYPE}; charset=utf-8`, '[1,2,3]'),
      send('POST', '/json', 200, JSON_TYPE, ''),
      send('PATCH', '/json', 200, 'text/plain', '{"not":"json"}'),
      send('DELETE', '/json', 200, JSON_TYPE, '{"id":1}'),
      get('/json'),
      send('POST', '/loose', 200, JSON_TYPE, '"just a string"'),
      send('POST', '/loose', 200, 'application/card+json', '{"a":1}'),
    ],
  },
  {
    name: 'JSON bodies that are refused',
    program,
    steps: [
      send('POST', '/json', 400, JSON_TYPE, '{"broken":'),
      send('POST', '/json', 400, JSON_TYPE, 'true'),
      send('POST', '/json', 413, JSON_TYPE, JSON.stringify({ long: 'x'.repeat(2000) })),
      send('POST', '/json', 415, `${JSON_TYPE}; charset=koi8-r`, '{}'),
      ask('POST', '/json', 415, {
        headers: [
          ['Content-Type', JSON_TYPE],
          ['Content-Encoding', 'unknown'],
        ],
        body: '{}',
      }),
    ],
  },
  {
    name: 'form bodies',
    program,
    steps: [
      send('POST', '/form', 200, FORM, 'name=%E5%BC%A0%E4%B8%89&plus=a+b&list=1&list=2&nested%5Ba%5D%5Bb%5D=c&empty='),
      send('POST', '/form', 200, FORM, 'list[]=x&list[]=y&obj[k]=v&__proto__[polluted]=yes'),
      send('POST', '/simple', 200, FORM, 'nested[a]=1&list=1&list=2&bad=%zz'),
      send('POST', '/form', 413, FORM, Array.from({ length: 25 }, (_, index) => `p${index}=1`).join('&')),
      send('POST', '/form', 413, FORM, `big=${'x'.repeat(3000)}`),
      send('POST', '/form', 415, `${FORM}; charset=utf-16`, 'a=1'),
    ],
  },
  {
    name: 'text and raw bodies',
    program,
    steps: [
      send('POST', '/text', 200, 'text/plain', '一行\nanother line'),
      send('POST', '/text', 200, 'text/plain; charset=latin1', 'caf\u00e9'),
      send('POST', '/raw', 200, 'application/octet-stream', '\u0000\u0001剪'),
      send('POST', '/other', 200, 'text/plain', 'nobody reads this'),
    ],
  },
]
