/// The variation board: small pictures over two settings at once, to choose from.
@NullMarked
package studio.pastiche.ui.board;

import org.jspecify.annotations.NullMarked;
