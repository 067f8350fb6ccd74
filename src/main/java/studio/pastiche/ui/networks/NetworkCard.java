package studio.pastiche.ui.networks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.ui.text.Texts;

/// One network in the window: what it is, and what can be done with it.
final class NetworkCard {
  /// What the artist can do with a network.
  interface Deeds {
    void choose(String name);

    void remove(StoredNetwork network);

    void changeInput(StoredNetwork.Sound network);

    void fetch(String name);

    /// Chooses a file and imports it by that name.
    void importAs(String name);
  }

  private final Deeds deeds;
  private final Fetches fetches;
  private final ObservableBooleanValue still;
  private final NetworkWords words;
  private final Parts parts;
  private final Texts texts;

  /// The names of those whose way by hand is unfolded.
  private final Set<String> unfolded = new HashSet<>();

  NetworkCard(
      Deeds deeds,
      Fetches fetches,
      ObservableBooleanValue still,
      NetworkWords words,
      Parts parts,
      Texts texts) {
    this.deeds = deeds;
    this.fetches = fetches;
    this.still = still;
    this.words = words;
    this.parts = parts;
    this.texts = texts;
  }

  /// @param chosen whether it is the one to paint with where none is named
  Node of(ShelfItem item, boolean chosen) {
    VBox card = new VBox(4);
    card.setId(NetworkWords.id("network", item.name()));
    card.getStyleClass().add("network-card");
    Fetch fetch = fetches.begun().get(item.name());
    List<Node> buttons = new ArrayList<>();
    if (chosen) {
      buttons.add(badge("networks.default", "accent-badge"));
    } else if (item instanceof ShelfItem.BuiltIn || item instanceof ShelfItem.Here) {
      buttons.add(parts.button("networks.choose", item.name(), () -> deeds.choose(item.name())));
    }
    switch (item) {
      case ShelfItem.BuiltIn(CatalogueNetwork known) -> builtIn(card, known, buttons);
      case ShelfItem.Here here -> here(card, here, buttons);
      case ShelfItem.Broken broken -> broken(card, broken, buttons, fetch != null);
      case ShelfItem.ToFetch toFetch -> toFetch(card, toFetch, buttons, fetch != null);
    }
    if (fetch != null) {
      VBox going =
          new VBox(
              new FetchPane(
                      fetch, fetches, () -> deeds.importAs(item.name()), still, words, parts, texts)
                  .node());
      going.getStyleClass().add("network-going");
      card.getChildren().add(going);
    }
    return card;
  }

  private void builtIn(VBox card, CatalogueNetwork known, List<Node> buttons) {
    head(card, known.name(), words.size(known.neededBytes()), buttons);
    card.getChildren().add(parts.words(words.what(known)));
    details(
        card,
        words.shape(known.widths(), known.deepest(), known.input()),
        words.provenance(known.licence(), ""));
  }

  private void here(VBox card, ShelfItem.Here here, List<Node> buttons) {
    StoredNetwork.Sound network = here.network();
    CatalogueNetwork known = here.known();
    if (!here.asPublished()) {
      buttons.add(
          parts.button("networks.change-input", network.name(), () -> deeds.changeInput(network)));
    }
    buttons.add(remove(network));
    head(card, network.name(), words.size(network), buttons);
    if (known != null) {
      card.getChildren().add(parts.words(words.what(known)));
    }
    details(
        card,
        words.shape(network.widths(), network.deepest().toString(), network.input()),
        words.provenance(
            network.licence(),
            known != null && here.asPublished() ? words.origin(known) : network.origin()));
  }

  private void broken(VBox card, ShelfItem.Broken broken, List<Node> buttons, boolean fetching) {
    StoredNetwork network = broken.network();
    if (!fetching) {
      buttons.add(
          broken.listed()
              ? parts.button("networks.repair", network.name(), () -> deeds.fetch(network.name()))
              : parts.button(
                  "networks.import-again", network.name(), () -> deeds.importAs(network.name())));
      buttons.add(remove(network));
    }
    buttons.addFirst(badge("networks.broken", "danger-badge"));
    head(card, network.name(), words.size(network), buttons);
    card.getChildren()
        .add(
            parts.words(
                texts.get(broken.listed() ? "networks.broken.fetch" : "networks.broken.import")));
    details(card, broken.why());
  }

  private void toFetch(VBox card, ShelfItem.ToFetch item, List<Node> buttons, boolean fetching) {
    CatalogueNetwork known = item.known();
    CatalogueNetwork.Source source = known.sources().getFirst();
    BooleanProperty shown = new SimpleBooleanProperty(unfolded.contains(known.name()));
    if (!fetching) {
      Button how =
          parts.button("networks.by-hand", known.name(), () -> shown.set(unfold(known.name())));
      how.getStyleClass().add("flat");
      buttons.add(how);
      Button fetch = parts.button("networks.fetch", known.name(), () -> deeds.fetch(known.name()));
      fetch.getStyleClass().add("accent");
      buttons.add(fetch);
    }
    head(card, known.name(), "", buttons);
    card.getChildren().add(parts.words(words.what(known)));
    details(
        card,
        words.toFetch(known, source),
        words.shape(known.widths(), known.deepest(), known.input()),
        words.provenance(known.licence(), words.origin(known)));
    if (item.begun() && !fetching) {
      card.getChildren().add(parts.details(texts.get("networks.begun")));
    }
    if (!fetching) {
      Node hand =
          new ByHand(known, source, () -> deeds.importAs(known.name()), parts, texts).node();
      hand.visibleProperty().bind(shown);
      hand.managedProperty().bind(shown);
      card.getChildren().add(hand);
    }
  }

  /// Unfolds how to bring a file by hand, or folds it up; returns whether it is unfolded now.
  private boolean unfold(String name) {
    if (!unfolded.remove(name)) {
      unfolded.add(name);
    }
    return unfolded.contains(name);
  }

  private Button remove(StoredNetwork network) {
    return parts.button("networks.remove", network.name(), () -> deeds.remove(network));
  }

  private void head(VBox card, String name, String size, List<Node> buttons) {
    Label title = new Label(name);
    title.getStyleClass().add("heading");
    Label amount = new Label(size);
    amount.getStyleClass().add("text-muted");
    // a long name gives way, not the size
    amount.setMinWidth(Region.USE_PREF_SIZE);
    FlowPane right = new FlowPane(8, 4);
    right.getChildren().addAll(buttons);
    right.setAlignment(Pos.CENTER_RIGHT);
    card.getChildren().add(parts.row(right, List.of(title, amount), List.of()));
  }

  private Label badge(String key, String style) {
    Label badge = texts.label(new Label(), key);
    badge.getStyleClass().addAll("network-badge", style);
    return badge;
  }

  private void details(VBox card, String... lines) {
    for (String line : lines) {
      card.getChildren().add(parts.details(line));
    }
  }
}
