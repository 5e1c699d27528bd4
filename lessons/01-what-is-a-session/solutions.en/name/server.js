const express = require('express');
const cookieParser = require('cookie-parser');
const crypto = require('crypto');

const app = express();
app.use(cookieParser());

// Li's book: one line for each number
const book = new Map();

// The front door
app.get('/', (req, res) => {
  res.send(`<h1>Barbershop</h1>
<p><a href="/zhou">Zhou</a> has steady hands and no memory</p>
<p><a href="/li">Li</a> has a book</p>`);
});

// Zhou: if you tell him your name, he says it back
app.get('/zhou', (req, res) => {
  res.type('text');
  if (req.query.name) {
    res.send(`Zhou: Hello, ${req.query.name}!`);
  } else {
    res.send('Zhou: Hello! What was your name?');
  }
});

// Li: looks at your number first, then into the book
app.get('/li', (req, res) => {
  res.type('text');
  let id = req.cookies.id;
  let row = book.get(id);
  if (!row) {
    // No number, or none that is in the book: here is a new one
    id = crypto.randomUUID();
    row = { visits: 0 };
    book.set(id, row);
    res.cookie('id', id);
  }
  row.visits = row.visits + 1;
  // A name that was told is written down; otherwise the one in the book is used
  if (req.query.name) {
    row.name = req.query.name;
  }
  const greeting = row.name ? `${row.name}! ` : '';
  res.send(`Li: ${greeting}This is visit number ${row.visits}.`);
});

app.listen(8080);
