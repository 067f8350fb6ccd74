package studio.pastiche.ui.networks;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.networks.download.Progress;
import studio.pastiche.ui.text.Texts;

/// How far a network's fetching is, or why it failed, with what can be done about it.
final class FetchPane {
  private final Fetch fetch;
  private final Fetches fetches;
  private final ObservableBooleanValue still;
  private final NetworkWords words;
  private final Parts parts;
  private final Texts texts;
  private final Runnable importing;
  private final VBox node = new VBox(8);

  /// @param importing chooses a file and imports it by this network's name
  /// @param still whether nothing may move by itself
  FetchPane(
      Fetch fetch,
      Fetches fetches,
      Runnable importing,
      ObservableBooleanValue still,
      NetworkWords words,
      Parts parts,
      Texts texts) {
    this.fetch = fetch;
    this.fetches = fetches;
    this.importing = importing;
    this.still = still;
    this.words = words;
    this.parts = parts;
    this.texts = texts;
    draw(fetch.state().get());
  }

  Node node() {
    return node;
  }

  private void draw(Fetch.State state) {
    switch (state) {
      case GOING, STOPPING, PAUSED ->
          node.getChildren().setAll(bar(), status(state), turn(), buttons(state));
      case FAILED -> {
        Throwable problem = fetch.problem();
        if (problem != null) {
          failed(problem);
        }
      }
    }
  }

  private Node bar() {
    ProgressBar bar = new ProgressBar();
    bar.setId(NetworkWords.id("fetching", fetch.name()));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> fraction(fetch.progress().get()), fetch.progress(), still));
    bar.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("networks.of", texts.get("networks.progress"), fetch.name()),
                texts.language()));
    return bar;
  }

  /// Unknown at first, which a bar shows by moving; where nothing may move it stays empty.
  private double fraction(@Nullable Progress progress) {
    boolean moving = fetch.state().get() == Fetch.State.GOING && !still.get();
    if (progress == null || progress.total() <= 0) {
      return moving ? ProgressBar.INDETERMINATE_PROGRESS : 0;
    }
    return (double) progress.done() / progress.total();
  }

  private Node status(Fetch.State state) {
    Label status = parts.words("", "text-small");
    status.setId(NetworkWords.id("status", fetch.name()));
    status
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    switch (state) {
                      case STOPPING -> texts.get("networks.stopping");
                      case PAUSED -> words.paused(fetch.progress().get());
                      case GOING, FAILED -> words.progress(fetch.progress().get());
                    },
                fetch.progress()));
    return status;
  }

  private Node turn() {
    Label turn = parts.details("");
    turn.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> fetch.turn().get() == null ? "" : words.turn(fetch.turn().get()),
                fetch.turn()));
    turn.visibleProperty().bind(fetch.turn().isNotNull());
    turn.managedProperty().bind(fetch.turn().isNotNull());
    return turn;
  }

  private Node buttons(Fetch.State state) {
    String name = fetch.name();
    Button cancel = parts.button("networks.cancel", name, () -> fetches.cancel(name));
    Button other =
        state == Fetch.State.PAUSED
            ? parts.button("networks.go-on", name, () -> fetches.start(fetch.network()))
            : parts.button("networks.pause", name, () -> fetches.pause(name));
    boolean stopping = state == Fetch.State.STOPPING;
    cancel.setDisable(stopping);
    other.setDisable(stopping);
    return new FlowPane(8, 8, other, cancel);
  }

  private void failed(Throwable problem) {
    CatalogueNetwork network = fetch.network();
    Label title = parts.words(words.failure(problem, fetch.source()), "danger-words");
    title.setId(NetworkWords.id("failure", network.name()));
    node.getChildren().setAll(title, parts.words(words.remedy(problem), "text-small"));
    words.detail(problem).ifPresent(detail -> node.getChildren().add(parts.details(detail)));
    FlowPane buttons =
        new FlowPane(
            8, 8, parts.button("networks.try-again", network.name(), () -> fetches.start(network)));
    for (Source source : network.sources()) {
      if (!source.equals(fetch.source())) {
        buttons.getChildren().add(other(network, source));
      }
    }
    buttons
        .getChildren()
        .add(
            parts.button("networks.give-up", network.name(), () -> fetches.cancel(network.name())));
    node.getChildren()
        .addAll(buttons, new ByHand(network, fetch.source(), importing, parts, texts).node());
  }

  private Button other(CatalogueNetwork network, Source source) {
    String text =
        texts.get(
            "networks.try-other",
            words.host(source),
            words.size(source.fetched(network.neededBytes())));
    Button button = new Button(text);
    button.setId(NetworkWords.id("try-" + source.id(), network.name()));
    button.setAccessibleText(text);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> fetches.start(network, source));
    return button;
  }
}
