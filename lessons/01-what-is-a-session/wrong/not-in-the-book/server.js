const express = require('express');
const cookieParser = require('cookie-parser');
const crypto = require('crypto');

const app = express();
app.use(cookieParser());

// 老李的小本：一个号码一行
const book = new Map();
let name;

// 店门口
app.get('/', (req, res) => {
  res.send(`<h1>理发店</h1>
<p><a href="/zhou">老周</a>：手艺好，不记事</p>
<p><a href="/li">老李</a>：有个小本</p>`);
});

// 老周：这次说了名字，这次就叫名字
app.get('/zhou', (req, res) => {
  res.type('text');
  if (req.query.name) {
    res.send(`老周：${req.query.name}，你好！`);
  } else {
    res.send('老周：你好，怎么称呼？');
  }
});

// 老李：先看号码，再翻小本
app.get('/li', (req, res) => {
  res.type('text');
  let id = req.cookies.id;
  let row = book.get(id);
  if (!row) {
    // 没有号码，或者小本上没有这个号码：发一个新的
    id = crypto.randomUUID();
    row = { visits: 0 };
    book.set(id, row);
    res.cookie('id', id);
  }
  row.visits = row.visits + 1;
  if (req.query.name) {
    name = req.query.name;
  }
  res.send(`老李：${name}，这是你第 ${row.visits} 次来。`);
});

app.listen(8080);
