package weft.pages.text;

/** English. */
final class English {
    private static final String TEXTS = """
            language.plural = ONE_OTHER
            language.firstDay = MONDAY
            list.comma = ,\s
            date.today = today
            date.tomorrow = tomorrow
            date.yesterday = yesterday
            date.weekdays = Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
            date.months = January|February|March|April|May|June|July|August|September|October|November|December
            date.withoutYear = {weekday} {day} {month}
            date.withYear = {weekday} {day} {month} {year}
            when.moment = {date}, {time}
            when.span = {from} to {until}
            when.from = from {from}
            when.until = until {until}
            when.whenever = whenever

            app.name = Weft
            app.foot = What is over is forgotten. Nothing here is counted.
            nav.label = Pages
            nav.skip = Skip to the content
            nav.circles = Circles
            nav.settings = Settings
            nav.languages = Language
            live.changed = This page has changed.
            do.save = Save
            do.back = Back
            name.me = you
            name.stranger = {first} {second}
            form.faults.one = One thing needs another look
            form.faults.other = {n} things need another look

            welcome.title = Welcome
            welcome.lead = Weft brings together people who share what they need and what they can do. Nobody runs it, and everything is kept on your own machine.
            welcome.invited = I was invited
            welcome.invited.text = Somebody gave you a link or a code. Join their circle with it.
            welcome.start = Start a circle
            welcome.start.text = Begin with your street, your kitchen or your friends, and invite them afterwards.
            circles.title = Your circles
            invitations.title = Invitations under way
            reach.in-step = Up to date
            reach.catching-up = Catching up
            reach.alone = Nobody can be reached; what you write waits here

            circle.new.title = Start a circle
            circle.new.lead = A circle is a group of people who see the same board. Everybody in it can do the same things.
            circle.new.more = Relays and forgetting
            circle.new.do = Start the circle
            circle.name = Name
            circle.name.hint = Only you see this name; others choose their own.
            circle.relays = Relays
            circle.relays.hint = Where letters to each other are left, one address a line, starting with wss:// or ws://. Relays can't read them. It works without, for people on the same network.
            circle.grace = Days of grace
            circle.grace.hint = How many days after its last day something is kept before it is forgotten: 1, or up to 28 if news travels by hand.
            circle.settings.title = About this circle
            circle.forget.title = Forgetting
            circle.forget.text.one = What is over is destroyed on every machine one day after its last day.
            circle.forget.text.other = What is over is destroyed on every machine {n} days after its last day.

            board.postNeed = I need something
            board.postOffer = I can offer something
            board.invite = Invite
            board.plain = List to paste into a chat
            board.choose = Choose what is shown
            board.side = Needs or offers
            board.both = Needs and offers
            board.only.need = Only needs
            board.only.offer = Only offers
            board.kind = Kind
            board.anyKind = Any kind
            board.ended = Also what is over
            board.filter = Show
            board.list = Needs and offers
            board.empty = Nothing is asked or offered at the moment.
            board.nothingFits = Nothing fits. Ask for less, or clear the words.
            board.mine = Yours
            board.inside = You are let in
            board.pages = Pages of the list
            board.page = {page} of {pages}
            board.earlier = Back
            board.later = More
            side.need = Need
            side.offer = Offer
            stage.open = Open
            stage.answered = Answered
            stage.in-hand = Being seen to
            stage.done = Done
            stage.no-longer = No longer wanted
            stage.fading = Fading
            plain.title = Needs and offers, {date}
            plain.need = NEEDED
            plain.offer = OFFERED

            kind.food = food
            kind.cooking = cooking
            kind.errands = errands
            kind.a lift = a lift
            kind.transport = transport
            kind.childcare = childcare
            kind.care = care
            kind.company = company
            kind.health = health
            kind.repairs = repairs
            kind.tools = tools
            kind.clothes = clothes
            kind.furniture = furniture
            kind.housing = housing
            kind.moving = moving
            kind.translation = translation
            kind.paperwork = paperwork
            kind.learning = learning
            kind.technology = technology
            kind.animals = animals
            kind.garden = garden
            kind.other = other

            post.title.need = Ask for something
            post.title.offer = Offer something
            post.side = What is it?
            post.side.need = A need
            post.side.offer = An offer
            post.what = What, in one line
            post.what.hint = Everybody in the circle can read this. Leave out names and addresses.
            post.text = More about it
            post.text.hint = If there is more to know.
            post.kind = Kind
            post.kind.hint = Choose one or write your own word.
            post.where = Roughly where
            post.where.hint = A street corner or a neighbourhood, not an address.
            post.from = From
            post.from.hint = Empty means whenever.
            post.until = Until
            post.until.hint = Empty means open.
            post.forWhom = For whom?
            post.forWhom.me = For me
            post.forWhom.other = For someone else
            post.languages = Languages that work (say only if it matters)
            post.languages.more = More languages
            post.lastDay = Last day
            post.lastDay.hint = After this day it is forgotten on every machine.
            post.aside = Only for those you let in
            post.aside.hint = An exact address, a phone number, a name. Nobody sees this until you let somebody in who has answered, and then only they do.
            post.do = Post it
            revise.title = Change the words

            thread.forSomeoneElse = for someone else
            thread.hide = Hide this from me
            fact.when = When
            fact.where = Where
            fact.point = Near (to about 500 m)
            fact.kind = Kind
            fact.languages = Languages
            fact.by = From
            fact.for = For
            fact.written = Posted
            fact.lastDay = Last day
            stage.sentence.open = Nobody is seeing to it yet.
            stage.sentence.open.mine = Nobody has answered yet.
            stage.sentence.answered = Somebody has answered.
            stage.sentence.answered.mine = Somebody has answered. Let in who fits.
            stage.sentence.in-hand = Somebody is seeing to it.
            stage.sentence.in-hand.mine = You have let somebody in.
            stage.sentence.in-hand.inside = You are seeing to it.
            stage.sentence.done = It is done, and will be forgotten soon.
            stage.sentence.no-longer = It is no longer wanted, and will be forgotten soon.
            stage.sentence.fading = Its last day is over; it is being forgotten.
            answers.title = Answers
            answers.yours = Your answer
            answers.none = No answers yet. They are shown here, and only you can read them.
            answer.title.need = Can you help?
            answer.title.offer = Would you like this?
            answer.text = Your answer
            answer.hint = Only the person who posted this can read it.
            answer.do = Send the answer
            answer.letIn = Let in
            answer.letIn.hint = They then see what is written only for those you let in.
            answer.inside = Let in: sees what is below.
            answer.youAreInside = You are let in: the details are below.
            answer.waiting = Sent. You will see here when you are let in.
            answer.withdrawn = Can't after all.
            answer.cantAfterAll = I can't after all
            aside.title = Only for those let in
            aside.hint = Read by the person who posted this and by those they let in, by nobody else.
            aside.none = Nothing has been written here yet.
            aside.say = Write something here
            aside.do = Send to those let in
            mine.title = This is yours
            mine.done = It is done
            mine.noLonger = No longer wanted
            mine.revise = Change the words
            mine.extend = Change the last day
            close.done.title = Is it done?
            close.done.do = Yes, it is done
            close.noLonger.title = Is it no longer wanted?
            close.noLonger.do = Yes, take it down
            close.text = It leaves the board now, and a day later it is forgotten on every machine, with its answers and details. This can't be undone.
            extend.title = Change the last day
            extend.text = Its last day is {date}. You can move it further.
            extend.do = Move the last day
            withdraw.title = You can't after all?
            withdraw.text = The person who asked is told at once, so that somebody else can be found. Your answer is taken back.
            withdraw.do = Yes, I can't after all
            hide.title = Hide this from you?
            hide.text = It is shown no more on your machine. Others see it as before.
            hide.do = Hide it

            invite.title = Invite somebody
            invite.lead = Make an invitation into {circle}.
            invite.once = It works for one person, once, within seven days.
            invite.past = Who joins sees what is open now and what comes, never what is over.
            invite.all = Everybody in a circle can do everything in it, and copies can't be called back: invite whom you trust with the board.
            invite.do = Make an invitation
            invitation.title.mine = Your invitation
            invitation.title.theirs = Joining
            invitation.stage.waiting = Waiting to be used.
            invitation.stage.knocking = Waiting for the person who invited you. Their machine has to be on; this page changes by itself.
            invitation.stage.met = Both machines have met. Compare the words.
            invitation.stage.done = Done: the circle has been handed over.
            invitation.stage.used = Somebody else has used this invitation. Ask for a new one, and say so: the link may have been seen by others.
            invitation.stage.late = Its seven days are over. Ask for a new one.
            invitation.stage.gone = The circle it was for is no longer on this machine.
            invitation.valid = Good until {date}.
            invitation.qr = The invitation as a QR code
            invitation.link = Or hand over this link
            invitation.link.hint = Give it to the one person it is for, by a way that others don't read.
            invitation.file.title = As a file
            invitation.file.lead = For a stick or a message: the file opens with the passphrase alone. Tell the passphrase in another way than you give the file.
            invitation.file.passphrase = Passphrase for the file
            invitation.file.hint = Several words that nobody would guess.
            invitation.file.do = Save as a file
            invitation.copy = Copy the link
            invitation.copied = Copied
            invitation.toBoard = To the board
            check.title = Compare these words
            check.text = Read them to each other, by phone or face to face. Both of you must see the same four, in the same order.
            check.differ = If they differ, somebody has come between you. Don't write anything; make a new invitation.
            join.title = Join a circle
            join.lead = Paste the link that you were given.
            join.link = Invitation
            join.link.hint = It starts with weft:
            join.file = Or choose the file of an invitation
            join.passphrase = Passphrase of the file
            join.passphrase.hint = Only where the invitation came as a file.
            join.name = What will you call this circle?
            join.name.hint = Only you see this name.
            join.do = Join

            settings.title = Settings
            relays.title = Relays
            relays.hint = Relays keep encrypted letters until everybody has them. They can't read them.
            relays.none = No relays. This machine reaches people on the same network only.
            relays.waiting.one = One letter is waiting to be sent.
            relays.waiting.other = {n} letters are waiting to be sent.
            relay.connected = Connected
            relay.connecting = Not connected yet
            relay.trouble = Can't be reached at the moment; trying again
            relay.trouble.refused = Refuses connections; trying again
            relay.trouble.unreachable = Can't be reached; trying again. Check the address and your network.
            relay.trouble.auth-required = Asks for a login that Weft does not give. Use another relay.
            relay.trouble.garbled = Says what is not the relay protocol. Check the address.
            relay.trouble.bad-address = Its address is not one. It starts with wss:// or ws://.
            relay.trouble.not-encrypted = Its address must start with wss://, since it is not on your own network.
            relay.trouble.silent = It has stopped answering; trying again
            relay.trouble.no-relay = There is something at this address, but it is not a relay. Check the address.
            relay.trouble.bad-certificate = Its certificate can't be trusted. Check the address and the date of this machine.
            relay.trouble.closed = It closed the connection; trying again
            relay.trouble.too-slow = It is too slow to take what is sent; trying again
            relay.trouble.too-large = It sent more than it may; trying again
            passphrase.title = Passphrase
            passphrase.text = Everything on this machine is locked with your passphrase. Nobody can recover it for you.
            clock.short = The date on this machine has jumped, so nothing is being forgotten.
            clock.look = Check the date
            clock.title = Is the date right?
            clock.text = This machine says that today is {date}. Its clock has moved by more than three days, so nothing is destroyed until you have looked. If the date is wrong, set the clock of the machine instead.
            clock.do = The date is right

            refused.title = That was not possible
            refused.back = Back
            refusal.no-such-circle = This circle is not on this machine any more.
            refusal.no-such-thread = This is not there any more; it was over and is forgotten.
            refusal.no-such-entry = That answer is not there any more. Look at the page again.
            refusal.not-yours = Only the person who posted this can do that.
            refusal.your-own = This is your own; you can't answer it.
            refusal.already-answered = You have answered this already. Once you are let in, you can write more.
            refusal.over = This is over and takes no more words.
            refusal.not-inside = Only those who were let in can write here.
            refusal.no-title = Say in one line what it is.
            refusal.too-long = This is too long to send. Make the text shorter.
            refusal.malformed = Something in the form is not as it should be. Look at each field again.
            refusal.bad-day = Choose a last day from today on, within the next 400 days.
            refusal.not-an-invitation = This is not an invitation. Paste the whole link; it starts with weft:
            refusal.invitation-altered = Some letters of this link are missing or changed. Copy it again, whole.
            refusal.invitation-newer = This invitation was made by a newer Weft. Update yours, then try again.
            refusal.invitation-late = The seven days of this invitation are over. Ask for a new one.
            refusal.wrong-passphrase = This passphrase does not open the file. Ask whoever gave it to you.
            refusal.no-such-invitation = This invitation was used or is over. Make a new one.
            refusal.already-in = You are in this circle already.
            refusal.bad-relay = A relay's address starts with wss:// or ws://, one a line, at most eight.
            refusal.no-name = Give it a name.
            refusal.not-stored = This machine could not write it down. Free some space on the disk, then try again.
            fault.tooLong = This is too long; make it shorter.
            fault.side = Choose whether it is a need or an offer.
            fault.grace = Choose from 1 to 28 days.
            fault.point = The point is not a latitude and a longitude.
            fault.moment = Write a date and a time, such as 2026-11-24T18:30.
            fault.untilBeforeFrom = This ends before it begins.
            fault.lastDayBeforeUntil = The last day comes before it ends. Choose a later day.
            fault.notFurther = Choose a day after the present last day.
            fault.languages = Choose at most ten languages.
            fault.noWords = Write something first.
            fault.noLink = Paste the link that you were given.
            fault.passphraseShort = This passphrase is too short. Use several words.

            door.begin.title = Choose a passphrase
            door.begin.text = It locks everything that Weft keeps on this machine. You type it each time Weft starts.
            door.begin.lost = Write it down and keep it somewhere safe. If it is lost, nobody can open this again.
            door.begin.choose = Passphrase
            door.begin.hint = At least {n} characters. Four or five unrelated words are good.
            door.begin.again = The same again
            door.begin.do = Begin
            door.begin-different = The two are not the same. Type them again.
            door.begin-short = This is too short. Use at least {n} characters.
            door.begin-not-stored = The disk is full or can't be written to. Free some space, then try again.
            door.locked.title = Unlock
            door.locked.passphrase = Passphrase
            door.locked.hint = The one that you chose when Weft first started here.
            door.locked.do = Unlock
            door.locked-wrong = That is not the passphrase. Check the keyboard's language and capital letters, and try again.
            door.locked-damaged = The files that hold your keys are damaged. Put back a copy of the folder if you have one; otherwise start in a new folder and be invited again.
            door.opening.title = Opening
            door.opening.text = One moment: what is stored here is being read. This page goes on by itself.
            door.json.begin = No passphrase has been chosen yet. Open Weft in a browser first.
            door.json.locked = Weft is locked. Unlock it first.
            door.json.opening = Weft is still opening. Try again in a moment.

            trouble.title = Not here
            trouble.home = To the first page
            trouble.not-found = There is nothing at this address.
            trouble.no-such-circle = This circle is not on this machine.
            trouble.no-such-thread = This is not there. If it was over, it has been forgotten.
            trouble.no-such-invitation = This invitation is not on this machine.
            trouble.wrong-method = This address can't be used in this way. Go back and use the page's own buttons.
            trouble.no-start-token = This browser has not been let in. Open the link that Weft printed when it started.
            trouble.stale-form = This page was open too long and nothing was changed. Go back, load it again and send it again.
            trouble.too-much = That was too much at once. Make the text shorter.
            trouble.not-understood = That could not be understood, and nothing was changed. Go back and try again.
            trouble.stopping = Weft is stopping. Start it again to go on.
            trouble.broken = Something broke inside Weft. Nothing was lost. Go back and try again.
            rounds.title = Rounds
            rounds.elsewhere = Rounds are planned on a computer. Open this circle there; needs and addresses that you see here are there too.
            """;

    /** Gentle words of nature, light, colour and mood; in step with {@link #SECOND} where the language asks for that. */
    private static final String FIRST = """
            quiet gentle calm bright warm mild soft clear still early late silver golden amber azure blue green russet scarlet crimson violet
            indigo ivory pearl coral copper bronze rosy emerald sandy mossy leafy grassy ferny woody reedy rushy stony pebbly chalky dusty misty
            foggy hazy dewy rainy snowy frosty icy windy breezy airy sunny sunlit moonlit starlit starry cloudy stormy thundery summery wintry
            autumn spring morning evening midday dawning twilight nightly daily weekly mellow merry jolly cheery happy glad joyful playful lively
            nimble swift brisk steady patient careful kindly friendly neighbourly honest humble modest noble brave bold hardy sturdy strong tender
            graceful elegant slender round curly wavy woolly feathery downy silky velvet linen cotton woven knitted stitched braided painted
            speckled spotted dotted dappled striped banded cosy crested tufted turquoise ringed cobalt collared crowned winged long-tailed broad
            high deep wide open hidden secret silent singing humming whistling murmuring rustling whispering laughing smiling dancing hopping
            leaping skipping running rolling drifting floating gliding sailing soaring flying hovering wading swimming paddling diving climbing
            wandering roaming strolling resting dreaming lunar hearty waking watchful wakeful curious clever wise thoughtful musing listening
            helpful tidy able ready eager fresh shimmering sweet gleaming minty peppery twinkling honeyed buttery glowing radiant lemon orange
            sparkling apricot opal plum olive saffron ginger cinnamon vanilla maple birch cedar willow hazel rowan alder aspen heather clover
            thistle lavender lilac jasmine primrose marigold poppy northern southern eastern western coastal upland lowland inland island river
            lakeside seaside woodland meadow garden orchard valley hillside mountain desert polar tropical lofty new tall small tiny little
            """;

    /** Birds, trees, plants and quiet things. */
    private static final String SECOND = """
            heron wren brambling finch sparrow redpoll swift starling thrush blackbird nightingale lark linnet siskin goldfinch bullfinch
            chaffinch greenfinch bunting wagtail pipit dipper kingfisher flycatcher nuthatch treecreeper jay magpie raven rook owl kite kestrel
            falcon osprey condor eagle harrier crane stork egret ibis spoonbill swan merganser duck teal mallard eider pintail grebe albatross
            shearwater moorhen rail plover lapwing curlew snipe godwit dunlin sanderling turnstone avocet tern gull puffin guillemot fulmar
            cormorant petrel dove pigeon goldeneye hoopoe oriole waxwing crossbill quail partridge pheasant otter badger hedgehog squirrel
            dormouse vole hare rabbit marten muskox deer elk moose reindeer ibex chamois lynx fennec seal dolphin narwhal seahorse turtle tortoise
            newt gecko axolotl salamander salmon trout pike perch carp bream minnow butterfly moth bee bumblebee ladybird dragonfly damselfly
            grasshopper cricket firefly snail oak ash elm linden birch alder willow poplar aspen hazel hornbeam lime maple sycamore chestnut
            walnut rowan hawthorn blackthorn holly yew pine spruce fir larch cedar juniper cypress olive laurel fig apple pear plum mulberry
            quince bayberry apricot nectarine almond lemon bramble bilberry cranberry juneberry ivy vine rose lily iris violet poppy daisy
            primrose cowslip bluebell snowdrop crocus tulip daffodil marigold sunflower cornflower lavender thyme sage mint basil rosemary
            chamomile yarrow clover sorrel fern moss lichen heather gorse broom reed rush sedge barley oat rye wheat millet hill valley meadow
            brook river lake pond spring island harbour shore dune cliff pebble crystal amber pearl shell star comet lantern bridge acorn catkin
            meadowlark skylark redstart wheatear stonechat fieldfare redwing dunnock whitethroat blackcap chiffchaff goldcrest firecrest bulrush
            hyssop bergamot kettle candle
            """;

    private English() {}

    static Language language() {
        // Joined when it runs: one constant of all would be longer than a class may hold.
        return Language.read("en", String.join("", TEXTS + PeopleTexts.EN + FindTexts.EN + PracticeTextsEn.TEXTS + CalendarTexts.EN
                + CarryTexts.EN, ThingTexts.EN, MapTexts.EN, NewsTexts.EN, DeviceTexts.EN), FIRST, SECOND);
    }
}
