package studio.pastiche.ui.networks;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.ui.text.Texts;

/// Offers the full VGG-19 under the top bar, until it is here or the artist does not want it; then
/// never again.
public final class OfferStrip {
  /// What it offers.
  private static final String NAME = "vgg19";

  private final NetworkShelf shelf;
  private final Fetches fetches;
  private final BooleanProperty settled;
  private final Texts texts;
  private final NetworkWords words;
  private final HBox node = new HBox(12);

  /// @param settled whether it need not be offered any more; remembered between starts
  public OfferStrip(NetworkShelf shelf, Fetches fetches, BooleanProperty settled, Texts texts) {
    this.shelf = shelf;
    this.fetches = fetches;
    this.settled = settled;
    this.texts = texts;
    words = new NetworkWords(texts, fetches.mirror());
    node.setId("offer");
    node.getStyleClass().add("offer-strip");
    node.setAlignment(Pos.CENTER_LEFT);
    node.managedProperty().bind(node.visibleProperty());
    shelf.known(NAME).ifPresent(this::furnish);
    shelf.contents().addListener((_, _, _) -> look());
    fetches.begun().addListener((MapChangeListener<String, Fetch>) _ -> look());
    settled.addListener((InvalidationListener) _ -> look());
    look();
  }

  public Node node() {
    return node;
  }

  private void furnish(CatalogueNetwork network) {
    Source source = network.sources().getFirst();
    FontIcon icon = new FontIcon(MaterialDesignD.DOWNLOAD_OUTLINE);
    icon.getStyleClass().add("offer-icon");
    ReadOnlyStringWrapper size = new ReadOnlyStringWrapper();
    Runnable measure = () -> size.set(words.size(source.fetched(network.neededBytes())));
    texts.language().addListener((_, _, _) -> measure.run());
    measure.run();
    Label offer = new Label();
    offer.textProperty().bind(texts.bound("strip.offer", size));
    Button fetch = texts.tip(texts.label(new Button(), "strip.fetch"), "strip.fetch.tip");
    fetch.setId("offer-fetch");
    fetch.getStyleClass().addAll("small", "accent");
    fetch.setMinWidth(Region.USE_PREF_SIZE);
    fetch.setOnAction(_ -> fetches.start(network));
    Button not = texts.tip(texts.label(new Button(), "strip.not-now"), "strip.not-now.tip");
    not.setId("offer-not-now");
    not.getStyleClass().addAll("small", "flat");
    not.setMinWidth(Region.USE_PREF_SIZE);
    not.setOnAction(_ -> settled.set(true));
    node.getChildren().setAll(icon, offer, fetch, not);
  }

  private void look() {
    NetworkShelf.Contents contents = shelf.contents().get();
    shelf
        .known(NAME)
        .filter(network -> contents.has(network.widths()))
        .ifPresent(_ -> settled.set(true));
    boolean offered = contents.toFetch().stream().anyMatch(item -> item.name().equals(NAME));
    node.setVisible(contents.looked() && offered && !settled.get() && !fetches.has(NAME));
  }
}
