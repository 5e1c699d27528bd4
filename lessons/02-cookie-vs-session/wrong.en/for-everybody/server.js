const express = require('express');
const cookieParser = require('cookie-parser');
const session = require('express-session');

const app = express();
app.use(cookieParser());
app.use(session({
  secret: 'the shop keeps this to itself',
  resave: false,
  saveUninitialized: false,
}));

// The front door
app.get('/', (req, res) => {
  res.send(`<h1>Two kinds of card</h1>
<p><a href="/card">Written card</a>: the balance is on the card</p>
<p><a href="/book">Numbered card</a>: the balance is in our book</p>
<p><a href="/theme">Colours</a></p>`);
});

// The written card: the balance is in a cookie
app.get('/card', (req, res) => {
  const before = req.cookies.balance;
  const balance = before === undefined ? 100 : before - 10;
  res.cookie('balance', balance);
  res.type('text').send(`The card says: ${balance} yuan left`);
});

// The numbered card: the balance is in the session
app.get('/book', (req, res) => {
  const before = req.session.balance;
  const balance = before === undefined ? 100 : before - 10;
  req.session.balance = balance;
  res.type('text').send(`The book says: ${balance} yuan left`);
});

let theme = 'light';

app.get('/theme', (req, res) => {
  if (req.query.to) {
    theme = req.query.to;
  }
  res.type('text').send(`Colours: ${theme}`);
});

// A big gift: name and value together have exactly this many bytes
app.get('/gift', (req, res) => {
  const bytes = Number(req.query.bytes);
  const name = `gift${bytes}`;
  res.cookie(name, 'x'.repeat(bytes - name.length));
  res.type('text').send(`Given: ${bytes} bytes`);
});

// A heap of stickers: a cookie each
app.get('/stickers', (req, res) => {
  const to = Number(req.query.to);
  for (let n = Number(req.query.from); n <= to; n++) {
    res.cookie(`sticker${n}`, 'x');
  }
  res.type('text').send(`Stickers up to number ${to}`);
});

// A cookie that matters
app.get('/vip', (req, res) => {
  res.cookie('vip', 'yes', { priority: 'high' });
  res.type('text').send('Here is your VIP card');
});

app.listen(8080);
