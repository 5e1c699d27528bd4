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

// 店门口
app.get('/', (req, res) => {
  res.send(`<h1>两种剪发卡</h1>
<p><a href="/card">写字卡</a>：余额写在卡上</p>
<p><a href="/book">号码卡</a>：余额记在店家的小本上</p>
<p><a href="/theme">换个配色</a></p>`);
});

// 写字卡：余额在 cookie 里
app.get('/card', (req, res) => {
  const before = req.cookies.balance;
  const balance = before === undefined ? 100 : before - 10;
  res.cookie('balance', balance);
  res.type('text').send(`卡上写着：还剩 ${balance} 元`);
});

// 号码卡：余额在 session 里
app.get('/book', (req, res) => {
  const before = req.session.balance;
  const balance = before === undefined ? 100 : before - 10;
  req.session.balance = balance;
  res.type('text').send(`小本上写着：还剩 ${balance} 元`);
});

// 配色：在 cookie 里，改了也不碍事
app.get('/theme', (req, res) => {
  if (req.query.to) {
    res.cookie('theme', req.query.to);
  }
  const theme = req.query.to || req.cookies.theme || 'light';
  res.type('text').send(`配色：${theme}`);
});

// 一个大礼包：名字和值一共正好这么多字节
app.get('/gift', (req, res) => {
  const bytes = Number(req.query.bytes);
  const name = `gift${bytes}`;
  res.cookie(name, 'x'.repeat(bytes - name.length));
  res.type('text').send(`送出 ${bytes} 字节`);
});

// 一叠贴纸：每张一个 cookie
app.get('/stickers', (req, res) => {
  const to = Number(req.query.to);
  for (let n = Number(req.query.from); n <= to; n++) {
    res.cookie(`sticker${n}`, 'x');
  }
  res.type('text').send(`送到第 ${to} 张`);
});

// 一个要紧的 cookie
app.get('/vip', (req, res) => {
  res.cookie('vip', 'yes', { priority: 'high' });
  res.type('text').send('贵宾证给你');
});

app.listen(8080);
