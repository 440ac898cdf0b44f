// The "never" list of the domain guide (section 2), as far as words alone can show it: one rule per never.
// Patterns are English, but for numbers and signs, and a few Polish stems: every translation is also read by a person.

/** `first`: before they said that it is OK to write. `short`: somebody may be looking. */
export type Moment = 'first' | 'short' | 'any'

export interface ShownLine {
  readonly text: string
  readonly where: string
  readonly channel: 'web' | 'sms'
  readonly moment: Moment
}

export interface NeverRule {
  readonly name: string
  readonly pattern: RegExp
  /** Where it holds; everywhere, when this is not said. */
  readonly only?: (line: ShownLine) => boolean
}

const byText = ({ channel }: ShownLine): boolean => channel === 'sms'

/** Any of these, with spaces as one likes to write them. */
const any = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'i')

/** "Leave now", "you should leave", "tell her to leave": an order. "You can leave" and "some people leave" are none. */
const order = (...acts: readonly string[]): RegExp => {
  const act = `(just |now )?(${acts.join('|')})`
  return any(
    `(^|[.:;,?] |\\n)((please|now|then|just|try to|go and|and) )*(${acts.join('|')})`,
    `\\b(should|must|ought to|need to|have to|had better|best to|time to|why not|why don't you) ${act}`,
    `\\b(tell|get|ask|advise|help) (him|her|them|you) to ${act}`
  )
}

const THEM = `(him|her|them|your (partner|husband|wife|ex|dad|mum|family)|the person( (who|hurting|causing)[\\w ]*)?)`
const IN_POLISH = ['przemoc', 'schronisk', 'policj', 'infolini']
const TOPIC = [
  ...['domestic', 'abus', 'violen', 'advice line', 'refuge', 'helpline', 'survivor', 'police', 'bruise'],
  ...IN_POLISH
]
const HELPLINES = ['childline', 'samaritans', "women's aid", 'karma nirvana', 'galop', 'respect phoneline']
const KNOWN_TO_BE_FREE = '0808 2000 247|116 123|0800 1111'
const ANOTHER_NUMBER = `(?<!\\d)(?!${KNOWN_TO_BE_FREE})(0|101|1\\d\\d )[\\d ]*\\d`

export const NEVER_RULES: readonly NeverRule[] = [
  {
    name: 'names the topic before they said it is OK',
    pattern: any(...TOPIC, ...HELPLINES, 'hurt', 'scare'),
    only: ({ moment }) => moment === 'first'
  },
  {
    name: 'names the service or the topic in a short text',
    pattern: any(...TOPIC, ...HELPLINES, 'hurting you', 'hurts? you'),
    only: line => byText(line) && line.moment === 'short'
  },
  { name: 'names a helpline by text', pattern: any(...HELPLINES), only: byText },
  {
    name: 'promises secrecy',
    pattern: any(
      '\\bconfidential',
      `\\b(stays?|remains?|(we'll|will|always) keep (it|this)) (a )?(secret|private|between us)`,
      '\\b(no one|nobody)( else)? (will|can|learns?|finds?|sees?)\\b(?! reach)',
      `\\b(we|I)( won't| will not|'ll never| will never| would never| never) (tell|share|pass)`
    )
  },
  {
    name: 'promises who will not be told',
    pattern: any(
      `\\b(police|social services|social workers?|home office|council|school)\\b[^.]*\\b(won't|will not|never|are not told|is not told)`,
      `\\b(won't|will not|never) (tell|call|involve|contact) (the )?(police|social services|home office|council|school)`,
      '\\bwithout (the )?(police|social services) (being|knowing|finding)'
    )
  },
  {
    name: 'promises a place',
    pattern: any(
      `\\b(will|we can|you'll|we'll|sure to|always) (get|have|find|give|offer|be given)( you)? ((a|an|the|some|your) )?(new |safe )?(place|room|bed|home|refuge|somewhere)`,
      '\\bthere is (always )?(a|one|some) (place|bed|room|space)\\b',
      '\\b(place|room|bed) for you\\b'
    )
  },
  {
    name: 'promises an outcome',
    pattern: any(
      `\\bguarantee|(?<!can't |cannot )\\bpromise\\b`,
      `\\b(will|you'll|we'll) (be (safe|fine|ok)|keep you|make you|get you|sort)`,
      '\\b(it|this|things|they) will (be ok|get better|stop|work|go to prison|be arrested)|\\bwe will (always|never)\\b'
    )
  },
  {
    name: 'promises a time',
    pattern: any(
      '\\b(in|within|under|after|about) (\\d+|a few|a couple of|five|ten) (seconds|minutes|hours|days)\\b',
      '\\b(straight|right) away\\b|\\b(very soon|shortly|in a moment)\\b',
      '\\b(today|tomorrow|tonight),? (we|someone|a person) will\\b'
    )
  },
  {
    // Whoever believes it waits, and does not call. Only 999 sends anybody. Own words, section 3, "Truth".
    name: 'hints that help is on its way',
    pattern: any(
      `\\b(help|support|someone|somebody|a person|people|the police|police|(an |the )?ambulance|our team|the team|they|we)( is|'s| are|'re)( now| already)? (coming|sent|being sent|on (its|the|their|our) way)\\b`,
      `\\b(help|someone|somebody|a person|people|the police|police|(an |the )?ambulance|our team|the team|they|we)( will|'ll) (come(?! back)|be there|arrive|get to you|find you|be sent)\\b`,
      `\\b(we|our team)( have|'ve| will|'ll| are|'re)?( now| already)? (sent|send|sending|called|calling|rung|ringing) (you |for )?(help|someone|somebody|an ambulance|the police|999)\\b`,
      // That people were told is said only with what they cannot do.
      `\\b(we have|we've) (told|alerted|called) (our team|someone|people)\\b|\\b(team|people) (is|are|was|were|has been|have been) (told|alerted|called)\\b(?! but can't send help)`,
      '\\bhold on\\b|\\bhang (on|in there)\\b|\\bwait for (help|them|us)\\b',
      '\\bpomoc (już )?(jedzie|idzie|nadchodzi|jest w drodze|nadjeżdża)|\\b(wysłaliśmy|wysyłamy|wyślemy|wezwaliśmy|wzywamy) (pomoc|karetk|policj|kogoś)',
      '\\bnasz zespół (już )?(wie|dostał)\\b(?!, ale nie może wysłać pomocy)'
    )
  },
  {
    name: 'tells anyone to leave or to stay',
    pattern: order(
      `leave( ${THEM}|( the| your)? (home|house|flat)|\\.|$| now| soon| tonight)`,
      `(get|move) out|stay (put|there|at home|where you are|with ${THEM})|go back (home|to (him|her|them|your))`
    )
  },
  {
    name: 'tells anyone to speak to the person',
    pattern: order(`(confront|face|challenge|warn|(talk|speak) (to|with)|stand up to|reason with) ${THEM}`)
  },
  {
    name: 'tells anyone to report',
    pattern: order(`report( it| this| ${THEM}|\\.|$)|(go to|call|ring|tell|contact) the police|press charges`)
  },
  {
    name: 'tells anyone to record or take photos',
    pattern: order(
      `(record|film) (it|this|what|${THEM})|gather evidence`,
      '(take|keep|save) ((some|a|the) )?(photos?|pictures?|screenshots?|recordings?|diary|evidence)'
    )
  },
  {
    name: 'tells anyone to change locks',
    pattern: any(`\\bchang(e|ing) (the|your|their) (door )?locks?\\b`, order('fit (a |new )?(lock|bolt|chain)').source)
  },
  {
    name: 'tells anyone to end it',
    pattern: order(
      '(end|finish|break off) (it\\b|things|(the|your) (marriage|relationship))',
      `break up|divorce|split up|(dump|throw out|kick out|block) ${THEM}`
    )
  },
  {
    name: 'tells people what to do',
    pattern: any(
      '\\byou (should(?! know| not have to)|must|ought to|need to)\\b',
      `(?<!do not |don't )(?<!should not )\\b(you have to)\\b|\\bwhy don't you\\b|\\bbest thing (for you )?is\\b`
    )
  },
  {
    name: 'suggests counselling together',
    pattern: any(
      `\\b(couples?'?|joint|marriage|relationship|family) (counsel|therap|session)`,
      '\\bmediat|\\bboth of you'
    )
  },
  {
    name: 'confirms or denies that a person is known',
    pattern: any(
      `\\b(he|she|they)('s|'re| is| are| was| were)( not|n't)? (here|with us|known|staying|on our|in (a|the|our))\\b`,
      `\\bwe (know|don't know|do not know|have|haven't|have not)( spoken (to|with)| seen| met)? (him|her|them|(any|no|some)(one| one|body) (by|of|called))\\b`,
      '\\b(any|no|some)(one| one|body) (by|of|with) that name\\b'
    )
  },
  {
    name: 'says where a refuge is',
    pattern:
      /\b[Rr]efuges?( is| are)? (in|at|on|near) (?!(a|the|Hampshire|Southampton)\b)[A-Z]\w+|\brefuge('s)? (address|phone|number)\b|\baddress of (the|a|our) refuge/
  },
  {
    name: 'shows a score or a band',
    pattern: any(
      '\\b(risk|danger) (level|score|band|rating)|\\b(low|lower|lowest|medium|high|higher|standard) risk\\b',
      '\\byour (score|band|rating)\\b|\\b\\d+ (out )?of (11|24)\\b|\\byou are (in )?(high|medium|low|standard)\\b'
    )
  },
  {
    name: 'asks why they stayed',
    pattern: any(
      `\\bwhy (did|do|have|are|would)(n't)? (you|they)( not)?( just)? (stay|left|leave|go\\b|still|put up|let|say|tell|call|here|there)`,
      '\\bwhat (made|kept) you (stay|there|here)\\b'
    )
  },
  {
    name: 'asks for detail of sexual violence',
    pattern: any(
      '\\b(what|how|when|where|which)\\b[^.?]*\\b(sexual|raped?|sex)\\b[^.]*\\?',
      '\\b(tell|describe|explain)\\b[^.]*\\b(sexual|raped?|sex)\\b'
    )
  },
  {
    name: 'asks who they are',
    pattern: any(
      `\\b(what is|what's|tell us|give us|send us|enter|write|share|have|need|pick)\\b[^.?]{0,20}\\b(your|the person's|their|her|his) (full |real |first |last )?(name|surname|address|postcode|date of birth|birthday|school)\\b`,
      '\\b(which|what) school\\b|\\bwhere exactly do you\\b'
    )
  },
  {
    name: 'uses family as interpreter',
    pattern: any(
      '\\b(family|child|children|friend|relative|neighbour|son|daughter|partner|husband|wife)\\b[^.]*\\b(interpret|translate)',
      '\\b(interpret|translate)[^.]*\\b(family|child|children|relative|friend|son|daughter|partner|husband|wife)\\b'
    )
  },
  {
    name: 'nudges',
    pattern: any(
      `\\bare you (still )?(there|with us)\\b|\\bwe (miss|haven't heard|have not heard)|\\bstill waiting for you`,
      `\\b(don't|do not) forget\\b|\\bremember to\\b|\\bplease (reply|answer|write back)\\b|\\blast chance\\b`
    )
  },
  {
    name: 'gets 999 or 55 wrong',
    pattern: any(
      '\\b(text|send|type|dial)(ing)? 55\\b',
      '\\b55\\b(?! when asked|, gdy o to poprosz)',
      '\\btext(ing)? 999\\b',
      '\\b999 (knows|sees|finds)'
    )
  },
  {
    name: 'gives people a label',
    pattern: any('\\b(victims?|perpetrators?|offenders?|abusers?|clients?|service users?)\\b', '\\bofiar|\\bsprawc')
  },
  { name: 'raises its voice', pattern: /[!\u00a1\uff01]|(?![\d#*])\p{Emoji_Presentation}|\ufe0f/u },
  { name: 'blames fate', pattern: any('\\bunfortunately\\b|\\bregrettably\\b|\\bsadly\\b|\\bniestety\\b') },
  {
    name: 'calls a number free that is not known to be',
    pattern: any(`\\bfree\\b[^.]*${ANOTHER_NUMBER}`, `${ANOTHER_NUMBER}[^.]*\\bfree\\b`)
  },
  {
    name: 'says that a call or a text is hidden',
    pattern: any(
      `\\b(not|n't|never) (show|appear|be seen|come up)( up)? on (your|the|a|any) (phone )?bill`,
      '\\b(hidden|off|invisible)\\b[^.]*\\bbills?\\b|\\bno trace\\b|\\b(cannot|can not|never) be traced\\b'
    )
  },
  {
    name: 'tells people to wipe their history or a tracker',
    pattern: order(
      '(delete|clear|wipe|erase) (your|the|this|all|it)',
      '(remove|delete|take off|turn off|uninstall|get rid of) (the |any |that |your )?(tracker|app|location|spyware|it\\b)'
    )
  },
  {
    name: 'advises on immigration',
    pattern: any(
      '\\bapply for\\b|\\bMVDAC\\b|\\bDDVC\\b',
      '\\byour (status|visa) (is|will be) (safe|fine|ok)\\b|\\byou (can|will) settle\\b'
    )
  },
  {
    name: 'uses a word the carriers take for themselves',
    pattern: /\b(STOP|END|QUIT|CANCEL|UNSUBSCRIBE|STOPALL|REVOKE|OPTOUT)\b/,
    only: byText
  },
  {
    name: 'doubts or blames them',
    pattern: any(
      '\\bare you (really )?sure\\b|\\bcalm down\\b|\\bit takes two\\b|\\bboth sides\\b|\\bwhat did you do\\b',
      '\\b(did|do) you (provoke|upset|anger)|\\byou (let|allowed|provoked) (him|her|them|it)\\b'
    )
  },
  { name: 'names the product', pattern: /sidedoor/i }
]
