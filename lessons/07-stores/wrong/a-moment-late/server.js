const express = require('express');
const session = require('express-session');
const app = express();

// 店家自己的小本：卡号 → 会话，写成 JSON
const book = new Map();

// 小本要会做的事。做完一件，就叫一声 callback
class BookStore extends session.Store {
    get(id, callback) {
        const text = book.get(id);
        if (!text) return callback(null);
        const data = JSON.parse(text);
        const { expires } = data.cookie;
        if (expires && new Date(expires) < Date.now()) return this.destroy(id, callback);
        callback(null, data);
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

// 有人办事慢：/me?wait=200 要等 200 毫秒
app.use((req, res, next) => {
    if (req.query.wait) setTimeout(next, Number(req.query.wait));
    else next();
});

app.get('/login', (req, res) => {
    req.session.user = req.query.user;
    res.send(`你好，${req.session.user}`);
});

app.get('/me', (req, res) => {
    res.send(req.session.user ? `你是 ${req.session.user}` : '你还没登录');
});

app.get('/add', (req, res) => {
    req.session.cart = [...(req.session.cart || []), req.query.item];
    res.send(`购物篮：${req.session.cart.join('、')}`);
});

app.get('/logout', (req, res) => {
    req.session.destroy(() => res.send('已退出'));
});

// 店长翻开自己的小本，念出所有卡号
app.get('/book', (req, res) => {
    res.json([...book.keys()]);
});

app.listen(8080);
