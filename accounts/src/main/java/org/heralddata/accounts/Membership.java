package org.heralddata.accounts;

import org.heralddata.model.access.Group;

/**
 * That an account is in a group.
 *
 * @param why   given by an operator, or by a rule
 * @param value what the rule found: a domain, or provider and value of a claim; empty if given by an operator
 */
public record Membership(Group group, Why why, String value) {

    public enum Why {
        OPERATOR,
        EMAIL,
        OIDC
    }
}
