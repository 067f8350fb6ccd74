package studio.pastiche.ui.networks;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.ui.text.Texts;

/// How to bring a network's file where the studio can't fetch it: its address, and a button to
/// import what somebody got from there.
final class ByHand {
  private final VBox node;

  /// @param importing chooses a file and imports it by this network's name
  ByHand(CatalogueNetwork network, Source source, Runnable importing, Parts parts, Texts texts) {
    TextField address = new TextField(source.url().toString());
    address.setEditable(false);
    address.setId(NetworkWords.id("address", network.name()));
    address
        .accessibleTextProperty()
        .bind(texts.bound("networks.address", new ReadOnlyStringWrapper(network.name())));
    Button copy = parts.button("networks.copy", network.name(), () -> copy(address.getText()));
    Button bring = parts.button("networks.import-here", network.name(), importing);
    node =
        new VBox(
            8,
            parts.details(texts.get("networks.by-hand.how", network.name())),
            address,
            new FlowPane(8, 8, copy, bring));
  }

  Node node() {
    return node;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
