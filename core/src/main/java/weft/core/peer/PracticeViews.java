package weft.core.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.circle.PracticeState;
import weft.core.circle.TwoWords;
import weft.core.view.CircleCard;
import weft.core.view.Name;
import weft.core.view.PracticeCard;
import weft.core.view.PracticeView;
import weft.core.view.Ref;
import weft.primitives.Bytes;

/** What is seen of a circle's shelf. The same words, kept by several, are seen once. */
final class PracticeViews {
    private final PeerState state;
    private final Membership circle;

    PracticeViews(PeerState state, Membership circle) {
        this.state = state;
        this.circle = circle;
    }

    private record Words(String name, Bytes version) {}

    List<PracticeCard> all() {
        Map<Words, List<PracticeState>> same = new LinkedHashMap<>();
        for (PracticeState practice : circle.shelf.practices()) {
            if (!circle.isOver(practice.lastDay()) && !circle.hidden.containsKey(practice.voice())) {
                same.computeIfAbsent(new Words(practice.name(), practice.version()), ignored -> new ArrayList<>()).add(practice);
            }
        }
        return same.values().stream().map(this::card)
                .sorted(Comparator.comparing((PracticeCard card) -> card.writing().title()).thenComparing(card -> card.ref().root())).toList();
    }

    private PracticeCard card(List<PracticeState> same) {
        PracticeState shown = same.stream().max(Comparator.comparing((PracticeState one) -> isMine(one.voice()))
                .thenComparing(PracticeState::lastDay).thenComparing(PracticeState::voice)).orElseThrow();
        boolean kept = same.stream().anyMatch(one -> circle.kept.contains(one.voice()));
        PracticeState longest = same.stream().max(Comparator.comparing(PracticeState::lastDay)).orElseThrow();
        return new PracticeCard(new Ref(circle.address, shown.voice()), shown.name(), shown.version(), shown.writing(), name(shown.voice()),
                isMine(shown.voice()), kept, shown.writtenAt(), longest.lastDay());
    }

    private boolean isMine(Bytes voice) {
        Voice own = circle.voices.get(voice);
        return own != null && own.isFirst();
    }

    private Name name(Bytes voice) {
        if (isMine(voice)) {
            return new Name.Me();
        }
        TwoWords words = TwoWords.of(voice);
        return People.known(state, circle, voice).<Name>map(Name.Known::new).orElse(new Name.Stranger(words.first(), words.second()));
    }

    Optional<PracticeView> one(CircleCard card, Bytes voice) {
        return circle.shelf.practice(voice).filter(practice -> !circle.isOver(practice.lastDay()))
                .map(practice -> new PracticeView(card, card(keptSame(practice)),
                        circle.shelf.accounts(practice.name()).stream().filter(account -> !circle.hidden.containsKey(account.voice()))
                                .map(account -> new PracticeView.Account(account.voice(), name(account.voice()), account.text(), account.writtenAt(),
                                        isMine(account.voice()))).toList()));
    }

    /** The words asked for, with the others that are the same, but shown under the voice asked for. */
    private List<PracticeState> keptSame(PracticeState practice) {
        return Practices.same(circle, practice);
    }
}
