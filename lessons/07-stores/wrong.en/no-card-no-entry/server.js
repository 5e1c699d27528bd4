const express = require('express');
const session = require('express-session');
const app = express();

// The shop's own book: card number → session, written as JSON
const book = new Map();

// What a book can do. When one thing is done, call back
class BookStore extends session.Store {
    get(id, callback) {
        const text = book.get(id);
        if (!text) return callback(new Error('no such card'));
        callback(null, JSON.parse(text));
    }

    set(id, data, callback) {
        book.set(id, JSON.stringify(data));
        callback(null);
    }

    destroy(id, callback) {
        book.delete(id);
        callback(null);
    }
}

app.use(session({
    secret: 'known to the shop alone',
    resave: true,
    saveUninitialized: true,
    rolling: true,
    cookie: { maxAge: 60 * 1000 },
    store: new BookStore()
}));

// Some things take long: /me?wait=200 takes 200 milliseconds
app.use((req, res, next) => {
    if (req.query.wait) setTimeout(next, Number(req.query.wait));
    else next();
});

app.get('/login', (req, res) => {
    req.session.user = req.query.user;
    res.send(`Hello, ${req.session.user}`);
});

app.get('/me', (req, res) => {
    res.send(req.session.user ? `You are ${req.session.user}` : 'You are not logged in');
});

app.get('/add', (req, res) => {
    req.session.cart = [...(req.session.cart || []), req.query.item];
    res.send(`In your basket: ${req.session.cart.join(', ')}`);
});

app.get('/logout', (req, res) => {
    req.session.destroy(() => res.send('Logged out'));
});

// The manager opens the book and reads out all numbers
app.get('/book', (req, res) => {
    res.json([...book.keys()]);
});

app.listen(8080);
