package studio.pastiche.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import studio.pastiche.engine.Engine;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.ServedNetworks;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.networks.download.MirrorServer;
import studio.pastiche.ui.networks.NetworkAccess;

/// The studio with networks of its own in a temporary folder, a real HTTPS server that has them,
/// and what tests need to work at the networks' window.
final class NetworksDesk implements AutoCloseable {
  static final Path REFERENCE = Path.of("src/test/resources/reference");

  final ServedNetworks served;
  final Networks networks;
  final Desk desk;

  /// Call on the JavaFX thread.
  ///
  /// @param name of the network that can be fetched
  NetworksDesk(Stage stage, Path folder, MirrorServer.Identity identity, String name)
      throws IOException {
    served = new ServedNetworks(folder, identity);
    served.server().takeRequests();
    networks = served.networksWith(name);
    desk = new Desk(stage, new NetworkAccess(networks, null), Engine.FREE_MEMORY);
  }

  @Override
  public void close() {
    served.server().mend();
    desk.close();
    served.close();
  }

  /// Opens the window and waits until it shows what there is.
  void open() {
    desk.act("action.networks");
    desk.until("it shows the built-in network", () -> find("network-compact").isPresent());
  }

  private static Optional<Stage> window() {
    return Window.getWindows().stream()
        .filter(
            w ->
                w instanceof Stage stage
                    && List.of("Networks", "网络").contains(String.valueOf(stage.getTitle())))
        .map(Stage.class::cast)
        .findAny();
  }

  /// What the window shows; on the JavaFX thread.
  static Parent root() {
    return window().orElseThrow().getScene().getRoot();
  }

  /// The node of that id in the window; on the JavaFX thread.
  static Optional<Node> find(String id) {
    return window().stream()
        .flatMap(w -> all(w.getScene().getRoot()).stream())
        .filter(node -> id.equals(node.getId()))
        .findFirst();
  }

  boolean has(String id) {
    return Desk.fx(() -> find(id).isPresent());
  }

  /// Waits for a button that can be pressed, by its id, and presses it.
  void press(String id) {
    desk.until(
        id + " can be pressed",
        () -> find(id).map(n -> !n.isDisabled() && n.isManaged()).orElse(false));
    Desk.fx(
        () -> {
          ((ButtonBase) find(id).orElseThrow()).fire();
          return 0;
        });
  }

  /// Waits for a button with those words and presses it.
  void pressWords(String words) {
    desk.until("there is " + words, () -> button(words).isPresent());
    Desk.fx(
        () -> {
          button(words).orElseThrow().fire();
          return 0;
        });
  }

  private static Optional<Button> button(String words) {
    return all(root()).stream()
        .filter(n -> n instanceof Button button && words.equals(button.getText()))
        .map(Button.class::cast)
        .findFirst();
  }

  /// All words that the window shows now.
  String words() {
    return Desk.fx(
        () ->
            String.join(
                "\n",
                all(root()).stream()
                    .filter(n -> n instanceof Label && n.isVisible())
                    .map(n -> ((Labeled) n).getText())
                    .toList()));
  }

  void drop(Path... files) {
    Desk.fx(
        () -> {
          FakeDrag.drop(find("networks").orElseThrow(), List.of(files));
          return 0;
        });
  }

  /// Waits until a network is kept and shown as sound.
  StoredNetwork.Sound here(String name) {
    desk.until(
        name + " is here",
        () -> find("remove-" + name).isPresent() && find("repair-" + name).isEmpty());
    return (StoredNetwork.Sound) networks.store().find(name).orElseThrow();
  }

  /// What the inspector has to choose from.
  List<String> options() {
    return Desk.fx(() -> List.copyOf(desk.painting().settings().network().options()));
  }

  String chosen() {
    return Desk.fx(() -> desk.painting().settings().network().get());
  }

  /// What lies in the networks' folder besides locks.
  List<String> files() throws IOException {
    if (Files.notExists(served.storeFolder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(served.storeFolder())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> !file.endsWith(".lock") && !file.equals("default.json"))
          .sorted()
          .toList();
    }
  }

  private static List<Node> all(Node node) {
    List<Node> found = new ArrayList<>(List.of(node));
    if (node instanceof ScrollPane pane) {
      found.addAll(all(pane.getContent()));
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
    }
    return found;
  }
}
