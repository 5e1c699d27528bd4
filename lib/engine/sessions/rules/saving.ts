import { documented } from '@/lib/engine/sessions/rules/rule'

/** What the store is told when an answer ends. */
export const savingRules = {
  modified: documented(
    'Session.save(callback)',
    'What is in the session is not what was in it when the request came.',
    '会话的内容和请求到来时不一样了。',
  ),
  'new-saved': documented(
    'saveUninitialized',
    'The session is new and nothing was put into it. It is saved all the same.',
    '这是新会话，里面什么也没放，但照样保存。',
  ),
  'new-not-saved': documented(
    'saveUninitialized',
    'The session is new and nothing was put into it. It is not saved: the store has no row of it.',
    '这是新会话，里面什么也没放，所以不保存，存储里不会有它的记录。',
  ),
  resaved: documented(
    'resave',
    'Nothing changed, yet the whole row is written again. What a quicker request wrote meanwhile is lost by that.',
    '什么都没变，仍然把整条记录重写一遍。如果这期间有更快的请求写过，它写的就没了。',
  ),
  regenerated: documented(
    'Session.regenerate(callback)',
    'The program called regenerate. The session that it made is saved, whatever is in it.',
    '程序调用了 regenerate。由它新建的会话一定会保存，不管里面有什么。',
  ),
  'changed-after-save': documented(
    'Session.save(callback)',
    'The program called save, and changed the session afterwards.',
    '程序调用过 save，之后又改了会话。',
  ),
  'saved-already': documented(
    'Session.save(callback)',
    'The program called save, and nothing changed since.',
    '程序已经调用过 save，之后没有再改。',
  ),
  touched: documented(
    'resave',
    'Nothing changed, so the row is not written again. With touch, the store only learns that the session is still in use: its time begins anew.',
    '什么都没变，不用重写记录。touch 只告诉存储会话还在使用，有效期重新算起。',
  ),
  'no-touch': documented(
    'store.touch(sid, session, callback)',
    'Nothing changed, and this store has no touch. Its row keeps the expiry that it had.',
    '什么都没变，而这个存储没有 touch，记录的过期时间保持原样。',
  ),
  'unset-destroys': documented(
    'unset',
    'At the end of the request there is no req.session, and its row is deleted.',
    '请求结束时 req.session 已经不在，它的记录被删除。',
  ),
  'unset-keeps': documented(
    'unset',
    'req.session was set to nothing. The row stays as it was before the request.',
    'req.session 被清空了。记录保持请求之前的样子。',
  ),
  'destroyed-by-program': documented(
    'Session.destroy(callback)',
    'The program called destroy, so there is nothing left to save.',
    '程序调用了 destroy，没有什么可保存的。',
  ),
  'never-made': documented(
    'req.session',
    'There never was a req.session for this request.',
    '这次请求从头到尾没有 req.session。',
  ),
  'id-no-string': documented(
    'genid',
    'The id is no string, so the session can’t be kept under it, and no cookie can carry it.',
    'ID 不是字符串，会话没法用它保存，Cookie 也没法带上它。',
  ),
}
