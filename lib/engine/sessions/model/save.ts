import type { SaveOutcome, SessionDecisionOf, SessionOptions } from '@/lib/engine/sessions/decision'
import { applied, flag, option, type Ruling, ruling } from '@/lib/engine/sessions/model/ruling'

type SaveFacts = NonNullable<SessionDecisionOf<'save'>['facts']>

/** What the store must be told at the end (express-session 1.19.0, `shouldDestroy`, `shouldSave` and `shouldTouch`). */
export function ruleSave(options: SessionOptions, save: SessionDecisionOf<'save'>): Ruling<SaveOutcome> {
  const { id, facts, gone } = save
  if (gone !== null || facts === null) return ruleGone(options, id, gone)
  if (id === null) return ruling('none', applied('id-no-string', option('genid')))
  if (facts.replaced) return ruling('set', applied('regenerated'))
  if (facts.saved === 'changed') return ruling('set', applied('changed-after-save'))
  return facts.isNew ? ruleNew(options, facts) : ruleReturning(options, facts)
}

function ruleGone(
  { unset }: SessionOptions,
  id: string | null,
  gone: SessionDecisionOf<'save'>['gone'],
): Ruling<SaveOutcome> {
  if (unset === 'destroy' && id !== null) {
    return ruling('destroy', applied('unset-destroys', option('unset', "'destroy'")))
  }
  if (gone === 'unset') return ruling('no-session', applied('unset-keeps', option('unset', "'keep'")))
  return ruling('no-session', applied(gone === 'destroyed' ? 'destroyed-by-program' : 'never-made'))
}

function ruleNew(options: SessionOptions, { modified, saved }: SaveFacts): Ruling<SaveOutcome> {
  if (saved === 'same') return ruling('none', applied('saved-already'))
  const eager = applied('new-saved', flag(options, 'saveUninitialized'))
  if (modified) return ruling('set', applied('modified'), options.saveUninitialized ? eager : null)
  if (options.saveUninitialized) return ruling('set', eager)
  return ruling('none', applied('new-not-saved', flag(options, 'saveUninitialized')))
}

function ruleReturning(options: SessionOptions, { modified, saved }: SaveFacts): Ruling<SaveOutcome> {
  if (saved === 'same') return ruling(options.storeHasTouch ? 'touch' : 'none', applied('saved-already'))
  const again = applied('resaved', flag(options, 'resave'))
  if (modified) return ruling('set', applied('modified'), options.resave ? again : null)
  if (options.resave) return ruling('set', again)
  const lazy = flag(options, 'resave')
  return options.storeHasTouch ? ruling('touch', applied('touched', lazy)) : ruling('none', applied('no-touch', lazy))
}
