package weft.pages.text;

/** French. */
final class French {
    private static final String TEXTS = """
            language.plural = FRENCH
            language.firstDay = MONDAY
            list.comma = ,\s
            date.today = aujourd’hui
            date.tomorrow = demain
            date.yesterday = hier
            date.weekdays = lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
            date.months = janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
            date.withoutYear = {weekday} {day} {month}
            date.withYear = {weekday} {day} {month} {year}
            when.moment = {date}, {time}
            when.span = {from} à {until}
            when.from = à partir de : {from}
            when.until = jusqu’à : {until}
            when.whenever = n’importe quand

            app.name = Weft
            app.foot = Ce qui est fini est oublié. Ici, rien n’est compté.
            nav.label = Pages
            nav.skip = Aller au contenu
            nav.circles = Cercles
            nav.settings = Réglages
            nav.languages = Langue
            live.changed = Cette page a changé.
            do.save = Enregistrer
            do.back = Retour
            name.me = vous
            name.stranger = {second} {first}
            form.faults.one = Un point est à revoir
            form.faults.other = {n} points sont à revoir

            welcome.title = Bienvenue
            welcome.lead = Weft réunit des personnes qui partagent ce dont elles ont besoin et ce qu’elles savent faire. Personne ne le dirige, et tout reste sur votre machine.
            welcome.invited = On m’a invité·e
            welcome.invited.text = Quelqu’un vous a donné un lien ou un code : rejoignez son cercle.
            welcome.start = Créer un cercle
            welcome.start.text = Commencez par votre rue, votre cuisine ou vos amis, et invitez-les ensuite.
            circles.title = Vos cercles
            invitations.title = Invitations en cours
            reach.in-step = À jour
            reach.catching-up = Mise à jour en cours
            reach.alone = Personne n’est joignable ; ce que vous écrivez attend ici

            circle.new.title = Créer un cercle
            circle.new.lead = Un cercle est un groupe de personnes qui voient le même tableau. Chacune peut y faire les mêmes choses.
            circle.new.more = Relais et oubli
            circle.new.do = Créer le cercle
            circle.name = Nom
            circle.name.hint = Vous seul·e voyez ce nom ; les autres choisissent le leur.
            circle.relays = Relais
            circle.relays.hint = Là où les lettres sont déposées, une adresse par ligne, commençant par wss:// ou ws://. Les relais ne peuvent pas les lire. Sans relais, cela marche entre personnes du même réseau.
            circle.grace = Jours de délai
            circle.grace.hint = Combien de jours après son dernier jour une chose est gardée avant d’être oubliée : 1, ou jusqu’à 28 si les nouvelles voyagent de main en main.
            circle.settings.title = À propos de ce cercle
            circle.forget.title = Oubli
            circle.forget.text.one = Ce qui est fini est détruit sur chaque machine {n} jour après son dernier jour.
            circle.forget.text.other = Ce qui est fini est détruit sur chaque machine {n} jours après son dernier jour.

            board.postNeed = J’ai besoin de quelque chose
            board.postOffer = Je propose quelque chose
            board.invite = Inviter
            board.plain = Liste à coller dans une discussion
            board.choose = Choisir ce qui est montré
            board.side = Besoins ou offres
            board.both = Besoins et offres
            board.only.need = Besoins seulement
            board.only.offer = Offres seulement
            board.kind = Genre
            board.anyKind = Tous les genres
            board.ended = Aussi ce qui est fini
            board.filter = Afficher
            board.list = Besoins et offres
            board.empty = Rien n’est demandé ni proposé pour le moment.
            board.nothingFits = Rien ne correspond. Demandez moins de choses ou effacez les mots.
            board.mine = À vous
            board.inside = On vous a fait entrer
            board.pages = Pages de la liste
            board.page = {page} sur {pages}
            board.earlier = Précédent
            board.later = Suite
            side.need = Besoin
            side.offer = Offre
            stage.open = Ouvert
            stage.answered = Réponse reçue
            stage.in-hand = Quelqu’un s’en occupe
            stage.done = Fait
            stage.no-longer = Plus d’actualité
            stage.fading = S’efface
            plain.title = Besoins et offres, {date}
            plain.need = BESOINS
            plain.offer = OFFRES

            kind.food = nourriture
            kind.cooking = cuisine
            kind.errands = courses
            kind.a lift = trajet
            kind.transport = transport
            kind.childcare = garde d’enfants
            kind.care = soins
            kind.company = compagnie
            kind.health = santé
            kind.repairs = réparations
            kind.tools = outils
            kind.clothes = vêtements
            kind.furniture = meubles
            kind.housing = logement
            kind.moving = déménagement
            kind.translation = traduction
            kind.paperwork = papiers
            kind.learning = apprentissage
            kind.technology = informatique
            kind.animals = animaux
            kind.garden = jardin
            kind.other = autre

            post.title.need = Demander quelque chose
            post.title.offer = Proposer quelque chose
            post.side = De quoi s’agit-il ?
            post.side.need = Un besoin
            post.side.offer = Une offre
            post.what = Quoi, en une ligne
            post.what.hint = Tout le cercle peut lire ceci. N’y mettez ni nom ni adresse.
            post.text = Plus de détails
            post.text.hint = S’il y a autre chose à savoir.
            post.kind = Genre
            post.kind.hint = Choisissez un mot ou écrivez le vôtre.
            post.where = Où, à peu près
            post.where.hint = Un coin de rue ou un quartier, pas une adresse.
            post.from = À partir de
            post.from.hint = Vide : n’importe quand.
            post.until = Jusqu’à
            post.until.hint = Vide : pas de limite.
            post.forWhom = Pour qui ?
            post.forWhom.me = Pour moi
            post.forWhom.other = Pour quelqu’un d’autre
            post.languages = Langues qui conviennent (à dire seulement si cela compte)
            post.languages.more = Autres langues
            post.lastDay = Dernier jour
            post.lastDay.hint = Après ce jour, c’est oublié sur toutes les machines.
            post.aside = Seulement pour qui vous faites entrer
            post.aside.hint = Une adresse exacte, un téléphone, un nom. Personne ne le voit avant que vous ayez fait entrer quelqu’un qui a répondu, et alors seulement cette personne.
            post.do = Publier
            revise.title = Changer le texte

            thread.forSomeoneElse = pour quelqu’un d’autre
            thread.hide = Ne plus me montrer ceci
            fact.when = Quand
            fact.where = Où
            fact.point = Près de (à 500 m environ)
            fact.kind = Genre
            fact.languages = Langues
            fact.by = De
            fact.for = Pour
            fact.written = Publié
            fact.lastDay = Dernier jour
            stage.sentence.open = Personne ne s’en occupe encore.
            stage.sentence.open.mine = Personne n’a encore répondu.
            stage.sentence.answered = Quelqu’un a répondu.
            stage.sentence.answered.mine = Quelqu’un a répondu. Faites entrer qui convient.
            stage.sentence.in-hand = Quelqu’un s’en occupe.
            stage.sentence.in-hand.mine = Vous avez fait entrer quelqu’un.
            stage.sentence.in-hand.inside = Vous vous en occupez.
            stage.sentence.done = C’est fait, et ce sera bientôt oublié.
            stage.sentence.no-longer = Ce n’est plus d’actualité, et ce sera bientôt oublié.
            stage.sentence.fading = Son dernier jour est passé ; c’est en train d’être oublié.
            answers.title = Réponses
            answers.yours = Votre réponse
            answers.none = Pas encore de réponse. Elles s’affichent ici, et vous seul·e pouvez les lire.
            answer.title.need = Pouvez-vous aider ?
            answer.title.offer = Cela vous intéresse ?
            answer.text = Votre réponse
            answer.hint = Seule la personne qui a publié ceci peut la lire.
            answer.do = Envoyer la réponse
            answer.letIn = Faire entrer
            answer.letIn.hint = Cette personne voit alors ce qui n’est écrit que pour qui vous faites entrer.
            answer.inside = Entrée : voit ce qui est plus bas.
            answer.youAreInside = On vous a fait entrer : les détails sont plus bas.
            answer.waiting = Envoyé. Vous verrez ici si on vous fait entrer.
            answer.withdrawn = Finalement ne peut pas.
            answer.cantAfterAll = Finalement je ne peux pas
            aside.title = Seulement pour les personnes entrées
            aside.hint = Lu par la personne qui a publié ceci et par celles qu’elle fait entrer, par personne d’autre.
            aside.none = Rien n’est encore écrit ici.
            aside.say = Écrire ici
            aside.do = Envoyer aux personnes entrées
            mine.title = C’est à vous
            mine.done = C’est fait
            mine.noLonger = Plus d’actualité
            mine.revise = Changer le texte
            mine.extend = Changer le dernier jour
            close.done.title = Est-ce fait ?
            close.done.do = Oui, c’est fait
            close.noLonger.title = Ce n’est plus d’actualité ?
            close.noLonger.do = Oui, retirer
            close.text = Cela quitte le tableau maintenant et, un jour plus tard, c’est oublié sur toutes les machines, avec les réponses et les détails. On ne peut pas revenir en arrière.
            extend.title = Changer le dernier jour
            extend.text = Son dernier jour : {date}. Vous pouvez le repousser.
            extend.do = Repousser le dernier jour
            withdraw.title = Finalement vous ne pouvez pas ?
            withdraw.text = La personne qui a demandé le sait aussitôt, pour que quelqu’un d’autre puisse être trouvé. Votre réponse est retirée.
            withdraw.do = Non, je ne peux pas
            hide.title = Ne plus vous montrer ceci ?
            hide.text = Cela n’apparaît plus sur votre machine. Les autres le voient comme avant.
            hide.do = Ne plus montrer

            invite.title = Inviter quelqu’un
            invite.lead = Faire une invitation pour {circle}.
            invite.once = Elle sert à une personne, une fois, pendant sept jours.
            invite.past = Qui rejoint voit ce qui est ouvert maintenant et ce qui vient, jamais ce qui est fini.
            invite.all = Dans un cercle, chaque personne peut tout faire, et une copie ne se reprend pas : invitez qui mérite votre confiance.
            invite.do = Faire une invitation
            invitation.title.mine = Votre invitation
            invitation.title.theirs = Rejoindre
            invitation.stage.waiting = Attend d’être utilisée.
            invitation.stage.knocking = En attente de la personne qui vous invite. Sa machine doit être allumée ; cette page change d’elle-même.
            invitation.stage.met = Les deux machines se sont trouvées. Comparez les mots.
            invitation.stage.done = C’est fait : le cercle a été transmis.
            invitation.stage.used = Quelqu’un d’autre a utilisé cette invitation. Demandez-en une nouvelle et dites-le : d’autres ont peut-être vu le lien.
            invitation.stage.late = Ses sept jours sont passés. Demandez-en une nouvelle.
            invitation.stage.gone = Le cercle auquel elle menait n’est plus sur cette machine.
            invitation.valid = Valable jusqu’à : {date}.
            invitation.qr = L’invitation en code QR
            invitation.link = Ou transmettez ce lien
            invitation.link.hint = Donnez-le à la seule personne concernée, par un chemin que d’autres ne lisent pas.
            invitation.file.title = En fichier
            invitation.file.lead = Pour une clé USB ou un message : le fichier ne s’ouvre qu’avec la phrase secrète. Dites la phrase par un autre chemin que le fichier.
            invitation.file.passphrase = Phrase secrète pour le fichier
            invitation.file.hint = Plusieurs mots que personne ne devinerait.
            invitation.file.do = Enregistrer en fichier
            invitation.copy = Copier le lien
            invitation.copied = Copié
            invitation.toBoard = Vers le tableau
            check.title = Comparez ces mots
            check.text = Lisez-les l’un à l’autre, au téléphone ou face à face. Vous devez voir les quatre mêmes, dans le même ordre.
            check.differ = S’ils diffèrent, quelqu’un s’est glissé entre vous. N’écrivez rien ; faites une nouvelle invitation.
            join.title = Rejoindre un cercle
            join.lead = Collez le lien qu’on vous a donné.
            join.link = Invitation
            join.link.hint = Elle commence par weft:
            join.file = Ou choisissez le fichier d’une invitation
            join.passphrase = Phrase secrète du fichier
            join.passphrase.hint = Seulement si l’invitation est venue en fichier.
            join.name = Comment appellerez-vous ce cercle ?
            join.name.hint = Vous seul·e voyez ce nom.
            join.do = Rejoindre

            settings.title = Réglages
            relays.title = Relais
            relays.hint = Les relais gardent des lettres chiffrées jusqu’à ce que tout le monde les ait. Ils ne peuvent pas les lire.
            relays.none = Pas de relais. Cette machine ne joint que les personnes du même réseau.
            relays.waiting.one = {n} lettre attend d’être envoyée.
            relays.waiting.other = {n} lettres attendent d’être envoyées.
            relay.connected = Connecté
            relay.connecting = Pas encore connecté
            relay.trouble = Injoignable pour le moment ; nouvel essai en cours
            relay.trouble.refused = Refuse les connexions ; nouvel essai en cours
            relay.trouble.unreachable = Injoignable ; nouvel essai en cours. Vérifiez l’adresse et votre réseau.
            relay.trouble.auth-required = Demande une identification que Weft ne donne pas. Utilisez un autre relais.
            relay.trouble.garbled = Ne parle pas le protocole des relais. Vérifiez l’adresse.
            relay.trouble.bad-address = Ce n’est pas une adresse de relais. Elle commence par wss:// ou ws://.
            relay.trouble.not-encrypted = Son adresse doit commencer par wss://, car il n’est pas sur votre réseau.
            relay.trouble.silent = Ne répond plus ; nouvel essai en cours
            relay.trouble.no-relay = Il y a quelque chose à cette adresse, mais ce n’est pas un relais. Vérifiez l’adresse.
            relay.trouble.bad-certificate = Son certificat n’est pas fiable. Vérifiez l’adresse et la date de cette machine.
            relay.trouble.closed = A fermé la connexion ; nouvel essai en cours
            relay.trouble.too-slow = Trop lent pour recevoir ce qu’on lui envoie ; nouvel essai en cours
            relay.trouble.too-large = A envoyé plus que permis ; nouvel essai en cours
            passphrase.title = Phrase secrète
            passphrase.text = Tout ce qui est sur cette machine est verrouillé par votre phrase secrète. Personne ne peut la retrouver pour vous.
            clock.short = La date de cette machine a sauté ; rien n’est oublié pour l’instant.
            clock.look = Vérifier la date
            clock.title = La date est-elle juste ?
            clock.text = Selon cette machine, nous sommes le {date}. Son horloge a bougé de plus de trois jours ; rien n’est détruit avant que vous ayez regardé. Si la date est fausse, réglez plutôt l’horloge.
            clock.do = La date est juste

            refused.title = Cela n’a pas été possible
            refused.back = Retour
            refusal.no-such-circle = Ce cercle n’est plus sur cette machine.
            refusal.no-such-thread = Ce n’est plus là ; c’était fini et c’est oublié.
            refusal.no-such-entry = Cette réponse n’est plus là. Regardez la page à nouveau.
            refusal.not-yours = Seule la personne qui a publié ceci peut le faire.
            refusal.your-own = C’est à vous ; vous ne pouvez pas y répondre.
            refusal.already-answered = Vous avez déjà répondu. Une fois entré·e, vous pourrez écrire encore.
            refusal.over = C’est fini ; on ne peut plus rien y écrire.
            refusal.not-inside = Seules les personnes entrées peuvent écrire ici.
            refusal.no-title = Dites en une ligne de quoi il s’agit.
            refusal.too-long = C’est trop long à envoyer. Raccourcissez le texte.
            refusal.malformed = Quelque chose ne va pas dans le formulaire. Revoyez chaque champ.
            refusal.bad-day = Choisissez un dernier jour à partir d’aujourd’hui, dans les 400 jours.
            refusal.not-an-invitation = Ce n’est pas une invitation. Collez le lien entier ; il commence par weft:
            refusal.invitation-altered = Des lettres de ce lien manquent ou ont changé. Copiez-le à nouveau, en entier.
            refusal.invitation-newer = Cette invitation vient d’un Weft plus récent. Mettez le vôtre à jour, puis réessayez.
            refusal.invitation-late = Les sept jours de cette invitation sont passés. Demandez-en une nouvelle.
            refusal.wrong-passphrase = Cette phrase secrète n’ouvre pas le fichier. Demandez à qui vous l’a donné.
            refusal.no-such-invitation = Cette invitation a servi ou est passée. Faites-en une nouvelle.
            refusal.already-in = Vous êtes déjà dans ce cercle.
            refusal.bad-relay = L’adresse d’un relais commence par wss:// ou ws://, une par ligne, huit au plus.
            refusal.no-name = Donnez-lui un nom.
            refusal.not-stored = Cette machine n’a pas pu l’écrire. Libérez de la place sur le disque, puis réessayez.
            fault.tooLong = C’est trop long ; raccourcissez.
            fault.side = Choisissez : un besoin ou une offre.
            fault.grace = Choisissez de 1 à 28 jours.
            fault.point = Ce point n’est pas une latitude et une longitude.
            fault.moment = Écrivez une date et une heure, comme 2026-11-24T18:30.
            fault.untilBeforeFrom = La fin vient avant le début.
            fault.lastDayBeforeUntil = Le dernier jour vient avant la fin. Choisissez un jour plus tard.
            fault.notFurther = Choisissez un jour après le dernier jour actuel.
            fault.languages = Choisissez dix langues au plus.
            fault.noWords = Écrivez d’abord quelque chose.
            fault.noLink = Collez le lien qu’on vous a donné.
            fault.passphraseShort = Cette phrase secrète est trop courte. Prenez plusieurs mots.

            door.begin.title = Choisir une phrase secrète
            door.begin.text = Elle verrouille tout ce que Weft garde sur cette machine. Vous la tapez à chaque démarrage.
            door.begin.lost = Notez-la et gardez-la en lieu sûr. Si elle est perdue, personne ne pourra plus rien ouvrir.
            door.begin.choose = Phrase secrète
            door.begin.hint = Au moins {n} caractères. Quatre ou cinq mots sans rapport conviennent bien.
            door.begin.again = La même encore une fois
            door.begin.do = Commencer
            door.begin-different = Les deux ne sont pas pareilles. Tapez-les à nouveau.
            door.begin-short = C’est trop court. Prenez au moins {n} caractères.
            door.begin-not-stored = Le disque est plein ou protégé. Libérez de la place, puis réessayez.
            door.locked.title = Déverrouiller
            door.locked.passphrase = Phrase secrète
            door.locked.hint = Celle que vous avez choisie au premier démarrage ici.
            door.locked.do = Déverrouiller
            door.locked-wrong = Ce n’est pas la phrase secrète. Vérifiez la langue du clavier et les majuscules, puis réessayez.
            door.locked-damaged = Les fichiers qui gardent vos clés sont abîmés. Remettez une copie du dossier si vous en avez une ; sinon, commencez dans un nouveau dossier et faites-vous réinviter.
            door.opening.title = Ouverture
            door.opening.text = Un instant : ce qui est gardé ici est en cours de lecture. Cette page continue d’elle-même.
            door.json.begin = Aucune phrase secrète n’est choisie. Ouvrez d’abord Weft dans un navigateur.
            door.json.locked = Weft est verrouillé. Déverrouillez-le d’abord.
            door.json.opening = Weft est en train de s’ouvrir. Réessayez dans un instant.

            trouble.title = Pas ici
            trouble.home = Vers la première page
            trouble.not-found = Il n’y a rien à cette adresse.
            trouble.no-such-circle = Ce cercle n’est pas sur cette machine.
            trouble.no-such-thread = Ce n’est pas là. Si c’était fini, c’est oublié.
            trouble.no-such-invitation = Cette invitation n’est pas sur cette machine.
            trouble.wrong-method = Cette adresse ne s’utilise pas ainsi. Revenez et prenez les boutons de la page.
            trouble.no-start-token = Ce navigateur n’a pas été admis. Ouvrez le lien que Weft a affiché au démarrage.
            trouble.stale-form = Cette page était ouverte depuis trop longtemps et rien n’a changé. Revenez, rechargez-la et renvoyez.
            trouble.too-much = C’était trop à la fois. Raccourcissez le texte.
            trouble.not-understood = Cela n’a pas été compris et rien n’a changé. Revenez et réessayez.
            trouble.stopping = Weft s’arrête. Relancez-le pour continuer.
            trouble.broken = Quelque chose s’est cassé dans Weft. Rien n’est perdu. Revenez et réessayez.
            rounds.title = Tournées
            rounds.elsewhere = Les tournées se préparent sur un ordinateur. Ouvrez-y ce cercle ; les besoins et adresses que vous voyez ici y sont aussi.
            """;

    /** Gentle words of nature, light, colour and mood; in step with {@link #SECOND} where the language asks for that. */
    private static final String FIRST = """
            calme doux clair vif serein paisible tranquille discret léger rapide agile souple vaillant loyal patient prudent rieur joyeux enjoué
            heureux content charmant gentil aimable amical fidèle franc honnête sincère modeste humble noble brave hardi solide robuste tendre
            gracieux élégant svelte courtois délicat bouclé laineux soyeux velouté satiné duveteux plumeux tressé tissé brodé peint tacheté
            moucheté pointillé marbré rayé zébré huppé casqué cerclé ailé couronné ample haut profond large ouvert caché secret chanteur siffleur
            murmurant bruissant souriant dansant bondissant sautillant roulant flottant planant voguant volant nageur plongeur grimpeur affable
            flâneur voyageur reposé rêveur songeur ravi éveillé attentif curieux ingénieux sage pensif habile adroit serviable prêt frais soigneux
            sucré épicé mentholé avenant salé miellé fruité citronné orangé rosé doré argenté cuivré vermeil ambré azuré bleu vert ivoire nacré
            corail écarlate pourpre violet indigo mauve lilas turquoise émeraude olive safran ocre fauve châtain cendré rougeoyant verdoyant
            bleuté bleuissant boisé feuillu herbeux moussu sablonneux caillouteux rocheux crayeux brumeux nuageux pluvieux neigeux céladon glacé
            venteux aéré ensoleillé lunaire étoilé solaire orageux estival hivernal automnal printanier matinal vespéral nocturne diurne
            crépusculaire tardif spontané lointain proche voisin ancien jeune nouveau neuf grand petit menu minuscule élancé fleuri sinueux
            luisant brillant éclatant scintillant étincelant miroitant chatoyant radieux rayonnant lumineux limpide grenat boréal austral cordial
            épanoui côtier alpin insulaire fluvial lacustre marin forestier champêtre jardinier montagnard polaire tropical méridional
            septentrional désertique terrestre céleste aquatique aérien rural musical mélodieux sonore feutré émerveillé vivace alerte dévoué
            bienveillant généreux hospitalier accueillant secourable confiant rassurant apaisé posé constant stable ferme droit entier affectueux
            attentionné libre léonin argentin cristallin opalin
            """;

    /** Birds, trees, plants and quiet things. */
    private static final String SECOND = """
            héron roitelet pinson moineau colibri merle rossignol tarin chardonneret bouvreuil verdier bruant traquet cincle pic geai choucas
            hibou milan faucon balbuzard aigle busard ibis cygne canard eider grèbe flamant pluvier vanneau courlis chevalier bécasseau goéland
            macareux guillemot cormoran pétrel coucou loriot jaseur pélican hérisson écureuil loir campagnol lièvre lapin castor cerf chevreuil
            élan renne bouquetin chamois lynx renard ours hippocampe dauphin albatros marsouin triton saumon brochet goujon papillon bourdon
            grillon scarabée criquet escargot chêne frêne orme hêtre bouleau aulne saule peuplier tremble noisetier charme tilleul érable platane
            châtaignier noyer sorbier houx pin sapin mélèze cèdre genévrier cyprès olivier laurier figuier pommier poirier prunier cerisier
            cognassier abricotier pêcher amandier citronnier oranger mûrier myrtillier sureau lierre lilas rosier lys iris coquelicot bleuet
            crocus narcisse tournesol muguet jasmin thym basilic romarin serpolet trèfle lichen genêt ajonc roseau jonc sésame blé seigle millet
            maïs nénuphar lin hibiscus colza coteau vallon pré ruisseau fleuve lac étang îlot port rivage galet cristal corail coquillage astre
            soleil nuage vent zéphyr mistral brouillard flocon givre arc éclair orage printemps été automne hiver matin midi soir crépuscule
            sentier chemin pont moulin phare clocher jardin verger potager bosquet bois taillis sommet rocher glacier volcan désert rempart puits
            tambour violon hautbois piccolo tuba luth banjo grelot carillon refrain canot voilier radeau cerf-volant ballon fanal lampion flambeau
            panier tapis ruban myrte fuseau rouet métier tricot tissu velours coton satin pain gâteau biscuit miel beurre fromage raisin glaïeul
            edelweiss œillet radis dahlia chou persil fenouil cerfeuil cumin gingembre poivre aster ginkgo séquoia bambou palmier cocotier dattier
            acacia mimosa magnolia
            """;

    private French() {}

    static Language language() {
        // Joined when it runs: one constant of all would be longer than a class may hold.
        return Language.read("fr", String.join("", TEXTS + PeopleTexts.FR + FindTexts.FR + PracticeTextsFr.TEXTS + CalendarTexts.FR
                + CarryTexts.FR, ThingTexts.FR, MapTexts.FR, NewsTexts.FR, DeviceTexts.FR), FIRST, SECOND);
    }
}
