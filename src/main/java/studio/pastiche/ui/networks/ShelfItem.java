package studio.pastiche.ui.networks;

import org.jspecify.annotations.Nullable;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.StoredNetwork;

/// A network as the window shows it.
sealed interface ShelfItem {
  String name();

  /// The one that comes with Pastiche.
  record BuiltIn(CatalogueNetwork known) implements ShelfItem {
    @Override
    public String name() {
      return known.name();
    }
  }

  /// One that is kept here and can be painted with.
  ///
  /// @param known the catalogue's of that name, whose input is known; null where there is none
  record Here(StoredNetwork.Sound network, @Nullable CatalogueNetwork known) implements ShelfItem {
    /// Whether it is surely the catalogue's own, whose input is known: it was fetched, or known by
    /// its file's hash. Another file of the same shape brings no licence.
    boolean asPublished() {
      return known != null && network.licence().equals(known.licence());
    }

    @Override
    public String name() {
      return network.name();
    }
  }

  /// One that is kept here and can't be used.
  ///
  /// @param why what is wrong with it
  /// @param listed whether the catalogue has it, so that it can be fetched again
  record Broken(StoredNetwork network, String why, boolean listed) implements ShelfItem {
    @Override
    public String name() {
      return network.name();
    }
  }

  /// One that can be had.
  ///
  /// @param begun whether some of it has come already
  record ToFetch(CatalogueNetwork known, boolean begun) implements ShelfItem {
    @Override
    public String name() {
      return known.name();
    }
  }
}
