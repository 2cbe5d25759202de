package org.heralddata.serve.who;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heralddata.accounts.AccountCode;

/** Lets the portal tell, in its dress, why a page is not shown. */
public final class RefusedPage {
    /** Address within the server; it is nothing for visitors. */
    public static final String PATH = "/account/refused";

    private static final String CODE = RefusedPage.class.getName();

    private RefusedPage() {}

    static void show(HttpServletRequest request, HttpServletResponse response, AccountCode code)
            throws ServletException, IOException {
        request.setAttribute(CODE, code);
        request.getRequestDispatcher(PATH).forward(request, response);
    }

    /** Why; that there is nothing for operators only, if somebody asks for the address itself. */
    public static AccountCode why(HttpServletRequest request) {
        return request.getAttribute(CODE) instanceof AccountCode code ? code : AccountCode.SIGN_IN_FIRST;
    }
}
