import { ask, get, type Scenario } from '../scenario'

const program = 'files'
const alphabet = '/public/alphabet.txt'

export const files: readonly Scenario[] = [
  {
    name: 'static files and their types',
    program,
    steps: [
      get(alphabet),
      ask('HEAD', alphabet, 200),
      get('/public/'),
      get('/public', [301, 200]),
      get('/public/docs', [301, 200]),
      ...['style.css', 'price.js', 'price.json', 'pole.svg', 'empty.txt', 'with%20space.txt'].map((file) =>
        get(`/public/${file}`),
      ),
      get('/public/missing.txt', 404),
      get('/public/.hidden', 404),
      get('/public/%2e%2e/server.js', 404),
      ask('POST', alphabet, 404, { body: '' }),
    ],
  },
  {
    name: 'static files with other options',
    program,
    steps: [
      get('/cached/alphabet.txt'),
      get('/cached/'),
      get('/strict/index'),
      get('/strict/docs', 404),
      get('/strict/.hidden', 403),
      get('/strict/missing.txt', 404),
      ask('POST', '/strict/alphabet.txt', 405, { body: '' }),
    ],
  },
  {
    name: 'ranges',
    program,
    steps: [
      get(alphabet, 206, [['Range', 'bytes=0-9']]),
      get(alphabet, 206, [['Range', 'bytes=30-']]),
      get(alphabet, 206, [['Range', 'bytes=-6']]),
      get(alphabet, 206, [['Range', 'bytes=30-100']]),
      get(alphabet, 416, [['Range', 'bytes=36-']]),
      get(alphabet, 200, [['Range', 'bytes=0-1,4-5']]),
      get(alphabet, 206, [['Range', 'bytes=0-1,2-5']]),
      get(alphabet, 200, [['Range', 'lines=1-2']]),
      get(alphabet, 200, [['Range', 'bytes=nonsense']]),
      get(alphabet, 200, [
        ['Range', 'bytes=0-9'],
        ['If-Range', '"another"'],
      ]),
      ask('HEAD', alphabet, 206, { headers: [['Range', 'bytes=0-9']] }),
    ],
  },
  {
    name: 'conditional requests for files',
    program,
    steps: [
      get(alphabet, 304, [['If-Modified-Since', 'Mon, 23 Nov 2026 08:00:00 GMT']]),
      get(alphabet, 200, [['If-Modified-Since', 'Mon, 23 Nov 2026 07:00:00 GMT']]),
      get(alphabet, 304, [['If-None-Match', '*']]),
      get(alphabet, 412, [['If-Match', '"another"']]),
      get(alphabet, 412, [['If-Unmodified-Since', 'Mon, 23 Nov 2026 07:00:00 GMT']]),
      get(alphabet, 206, [
        ['Range', 'bytes=0-9'],
        ['If-Range', 'Mon, 23 Nov 2026 08:00:00 GMT'],
      ]),
    ],
  },
  {
    name: 'sendFile and download',
    program,
    steps: [
      get('/send'),
      get('/send', 206, [['Range', 'bytes=2-8']]),
      get('/send-root'),
      get('/send-missing', 404),
      get('/send-outside', 403),
      get('/download'),
      get('/download-named'),
      ask('HEAD', '/download-named', 200),
    ],
  },
]
