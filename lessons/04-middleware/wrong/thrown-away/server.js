let express = require('express');
let session = require('express-session');
let app = express();

//店家的小本，里面已经有两位老顾客
let store = new session.MemoryStore();
//老王的卡，是去年用旧密钥 zfpx 签的
store.set('laowang-2025', {cookie: {}, name: '老王'});
//小丽的卡，是今年用新密钥签的
store.set('xiaoli-2026', {cookie: {}, name: '小丽'});

//专门给 https 的贵宾间，它的 cookie 把能写的属性都写上了
app.use('/vip', session({
    name: 'vip.sid',
    secret: 'vip-2026',
    resave: false,
    saveUninitialized: true,
    //相信反向代理说的 X-Forwarded-Proto
    proxy: true,
    cookie: {
        path: '/vip',
        domain: 'shop.example',
        maxAge: 30 * 24 * 60 * 60 * 1000,
        httpOnly: true,
        secure: true,
        sameSite: 'none',
        priority: 'high',
        partitioned: true
    }
}));

app.use(session({
    //cookie 的名字
    name: 'connect.sid',
    //session 存在哪里
    store: store,
    //第一个密钥用来签名，所有的都用来验证
    secret: ['barber-2026', 'zfpx'],
    //cookie 的属性，这里是 10 分钟过期
    cookie: {maxAge: 10 * 60 * 1000},
    //每次都重新发 cookie 吗
    rolling: false,
    //没有内容的新 session 也存吗
    saveUninitialized: true,
    //没有变化的 session 也重新存吗
    resave: true,
    unset: 'destroy'
}));

//只看，不改
app.get('/', function (req, res) {
    res.send(show(req.session));
});

//记一次光临
app.get('/visit', function (req, res) {
    req.session.visit = (req.session.visit || 0) + 1;
    res.send(show(req.session));
});

//换成深色
app.get('/dark', function (req, res) {
    req.session.theme = 'dark';
    res.send(show(req.session));
});

//也是只看，不过要等 200 毫秒
app.get('/slow', function (req, res) {
    setTimeout(function () {
        let text = show(req.session);
        req.session = null;
        res.send(text);
    }, 200);
});

//走了，不再来了
app.get('/bye', function (req, res) {
    req.session = null;
    res.send('再见');
});

app.get('/vip', function (req, res) {
    res.send('贵宾间，请进');
});

function show(session) {
    return (session.name || '顾客') + '：光临 ' + (session.visit || 0) + ' 次，配色 ' + (session.theme || 'light');
}

app.listen(8080);
